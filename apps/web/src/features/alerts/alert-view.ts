import type { Trend } from "../../ui/chart/trend.ts";
import type { CompareRow } from "../../ui/evidence/compare-table.tsx";
import type { CauseView } from "../../ui/evidence/other-causes.ts";
import type { SampleClaim } from "../../ui/evidence/sample-claims.tsx";
import type { SlicesView } from "../../ui/evidence/slice-table.tsx";
import type { Sentence } from "../../ui/page-sentence.tsx";
import type { Severity } from "../../ui/severity-scale.ts";
import type { TimelineEntry } from "../../ui/timeline.tsx";
import type { AlertRowView, Verdict } from "./view-model.ts";

export type JudgmentView = {
  verdict: Verdict;
  reason: string | null;
  recoveredCents: number | null;
  recoveredOn: string | null;
  note: string | null;
  followUpOn: string | null;
};

export type AlertView = {
  id: string;
  title: string;
  signal: string;
  sentence: Sentence;
  severity: Severity;
  chip: AlertRowView["chip"];
  state: "open" | "acknowledged" | "snoozed" | "resolved" | "suppressed";
  hasOwner: boolean;
  raised: string;
  raisedAt: string;
  rule: string;
  ruleHref: string | null;
  /** How sure it is, in words. */
  confidence: string | null;
  /** What another look at the change said than the one that is shown. */
  otherLook: { text: string; href: string } | null;
  causes: readonly CauseView[];
  note: string | null;
  trend: Trend | null;
  immatureShare: number | null;
  windows: { before: string; now: string };
  compare: readonly CompareRow[];
  slices: SlicesView | null;
  claims: { list: readonly SampleClaim[]; all: string };
  nextSteps: readonly { title: string; detail: string }[];
  history: readonly TimelineEntry[];
  mine: JudgmentView | null;
  others: readonly { name: string; text: string }[];
  repeat: readonly (readonly [string, string])[];
  today: string;
};
