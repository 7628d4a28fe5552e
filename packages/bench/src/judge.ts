import type { Measured } from "./figure.ts";
import type { Stat } from "./stats.ts";
import { driftBars } from "./targets.ts";
import type { Target } from "./targets.ts";

export type Verdict = "goal" | "floor" | "fail" | "regressed" | "unjudged";
export type Baseline = Pick<Stat, "median" | "min" | "max">;
export type Bars = { floor: number; goal: number };

const tolerated = 0.15;
const loadPerCore = 2;

/** Floor and goal for this many rows. */
export function barsOf(target: Target, rows: number): Bars {
  return target.id === "D5" && rows >= driftBars.manyClaims ? driftBars : target;
}

function isWorse(target: Target, value: number, than: number): boolean {
  return target.better === "lower" ? value > than : value < than;
}

function hasRegressed(target: Target, value: number, baseline: Baseline | undefined): boolean {
  if (!baseline) return false;
  const limit = target.better === "lower" ? baseline.median * (1 + tolerated) : baseline.median * (1 - tolerated);
  const outer = target.better === "lower" ? baseline.max : baseline.min;
  return isWorse(target, value, limit) && isWorse(target, value, outer);
}

/** Whether a figure holds. A machine with more than two waiting per core tells nothing; answers that differ always fail. */
export function judge(target: Target, measured: Measured, context: { cores: number; baseline: Baseline | undefined }): Verdict {
  if (measured.equality.some(({ ok }) => !ok)) return "fail";
  if (Math.max(...measured.loadAvg) > loadPerCore * context.cores) return "unjudged";
  const value = measured.ratio.median;
  const { floor, goal } = barsOf(target, measured.params.rows);
  if (isWorse(target, value, floor)) return "fail";
  if (hasRegressed(target, value, context.baseline)) return "regressed";
  return isWorse(target, value, goal) ? "floor" : "goal";
}
