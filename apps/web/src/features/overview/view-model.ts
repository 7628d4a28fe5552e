import type { MoneyEstimate } from "../../ui/money.tsx";
import type { Sentence } from "../../ui/page-sentence.tsx";
import type { Series } from "../../ui/chart/spark.tsx";
import type { Severity } from "../../ui/severity-scale.ts";

export type ChangeView = {
  id: string;
  href: string;
  severity: Severity;
  payer: string;
  group: string;
  kind: "new" | "worse" | "recovered" | "open";
  /** The change in words, lower case: "denies 18.6%, up from 7.1%". */
  change: string;
  /** What it rests on: "80 of 431 claims". */
  evidence: string | null;
  series: Series | null;
  estimate: MoneyEstimate | null;
  since: string;
};

export type PayerView = {
  payer: string;
  href: string;
  now: number;
  usual: number;
  direction: "worse" | "better" | null;
  severity: Severity | null;
  series: Series;
};

export type OverviewView = {
  sentence: Sentence;
  lastLook: string | null;
  now: string;
  atStake: { estimate: MoneyEstimate | null; count: number };
  heldBack: { estimate: MoneyEstimate | null; count: number };
  alerts: { bySeverity: Readonly<Record<Severity, number>>; withoutOwner: number };
  recovered: { cents: number; alerts: number; real: number; judged: number };
  data: { grade: string | null; score: number | null; lines: readonly { text: string; late: boolean }[] };
  changes: readonly ChangeView[];
  payers: { list: readonly PayerView[]; max: number; firstLabel: string; nowLabel: string } | null;
  doFirst: readonly { href: string; title: string; why: string }[];
  files: readonly { id: string; href: string; name: string; when: string; ok: boolean }[];
  keptQuiet: { text: string; href: string } | null;
};
