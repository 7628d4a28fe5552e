import type { Detail, Equality } from "./figure.ts";
import type { Verdict } from "./judge.ts";
import type { Machine } from "./machine.ts";
import type { Stat } from "./stats.ts";
import type { SuiteName, Target } from "./targets.ts";

export type FigureResult = Pick<Target, "id" | "title" | "better" | "basis" | "judged" | "unit"> & {
  params: { rows: number; base: number };
  product: Stat;
  anchor: Stat & { name: string };
  /** Product / anchor by round; of absolute figures the product's own value. */
  ratio: Stat;
  details: Detail[];
  floor: number;
  goal: number;
  baseline: number | null;
  verdict: Verdict;
  loadAvg: number[];
  equality: Equality[];
  note?: string | undefined;
};

/** What one run found, as it is stored. */
export type BenchResult = {
  schema: 1;
  suite: SuiteName | "all";
  commit: string;
  dirty: boolean;
  lockfile: string;
  startedAt: string;
  quick: boolean;
  seed: number;
  machine: Machine;
  figures: FigureResult[];
  /** Figures that could not be measured, with the reason. */
  failures: { id: string; reason: string }[];
};

/** One figure's name within a run: an ingest figure exists for each base. */
export function keyOf(figure: Pick<FigureResult, "id" | "params">): string {
  return figure.params.base === 0 ? figure.id : `${figure.id}@${figure.params.base}`;
}
