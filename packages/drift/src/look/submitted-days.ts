import type { CumulativeDays } from "../score/completion.ts";
import type { DriftCells } from "./cells.ts";

/** Cumulative first-pass submissions of one stratum from the customer's first day to before `until`. */
export function submittedDays(cells: DriftCells, stratum: number, until: number): CumulativeDays {
  const { start, day, n } = cells.submissions;
  const first = cells.historyStart;
  const sums = new Float64Array(Math.max(1, until - first + 1));
  const end = start[stratum + 1] ?? 0;
  for (let i = start[stratum] ?? 0; i < end; i++) {
    const at = (day[i] ?? 0) - first + 1;
    if (at < sums.length) sums[at] = (sums[at] ?? 0) + (n[i] ?? 0);
  }
  for (let at = 1; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (sums[at - 1] ?? 0);
  return { first, sums };
}
