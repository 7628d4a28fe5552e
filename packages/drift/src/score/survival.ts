import type { CountTest } from "./count-test.ts";

/** Lines at risk and events by age in ticks, over one interval of days. */
export type RiskTable = { atRisk: ArrayLike<number>; events: ArrayLike<number> };

/** Sums of a period log-rank; additive over groups of a payer. */
export function logrankPeriod(before: RiskTable, after: RiskTable): CountTest {
  const sums: CountTest = { observed: 0, expected: 0, variance: 0, margin: 0 };
  const ages = Math.min(before.atRisk.length, after.atRisk.length);
  for (let age = 0; age < ages; age++) {
    const risk0 = before.atRisk[age] ?? 0;
    const risk1 = after.atRisk[age] ?? 0;
    if (risk0 <= 0 || risk1 <= 0) continue;
    const events1 = after.events[age] ?? 0;
    const events = (before.events[age] ?? 0) + events1;
    const risk = risk0 + risk1;
    sums.observed += events1;
    sums.expected += (events * risk1) / risk;
    if (risk > 1) sums.variance += (risk1 * risk0 * events * (risk - events)) / (risk * risk * (risk - 1));
    sums.margin += events;
  }
  return sums;
}

/** Log hazard ratio read as slowness: positive means that decisions come later; with its variance. */
export function slowness(test: CountTest): { theta: number; variance: number } | undefined {
  if (test.variance <= 0) return undefined;
  return { theta: -(test.observed - test.expected) / test.variance, variance: 1 / test.variance };
}

/** Sum of weekly tables, without the weeks marked to be left out; undefined when none is kept. */
export function keptWeeks(weeks: readonly RiskTable[], leftOut: readonly boolean[]): RiskTable | undefined {
  const kept = weeks.filter((_, week) => leftOut[week] !== true);
  const first = kept[0];
  if (first === undefined) return undefined;
  const atRisk = new Float64Array(first.atRisk.length);
  const events = new Float64Array(first.atRisk.length);
  for (const week of kept) {
    for (let age = 0; age < atRisk.length; age++) {
      atRisk[age] = (atRisk[age] ?? 0) + (week.atRisk[age] ?? 0);
      events[age] = (events[age] ?? 0) + (week.events[age] ?? 0);
    }
  }
  return { atRisk, events };
}

/** Hazard by age; `fallback` answers where nothing is at risk. */
export function hazards(table: RiskTable, fallback?: ArrayLike<number>): Float64Array {
  const hazard = new Float64Array(table.atRisk.length);
  for (let age = 0; age < hazard.length; age++) {
    const risk = table.atRisk[age] ?? 0;
    hazard[age] = risk > 0 ? Math.min(1, (table.events[age] ?? 0) / risk) : (fallback?.[age] ?? 0);
  }
  return hazard;
}

/** Mean time to the event in ticks, cut at `horizon`, for hazards times `factor`. */
export function restrictedMean(hazard: ArrayLike<number>, horizon: number, factor = 1): number {
  let survival = 1;
  let sum = 0;
  for (let age = 0; age < horizon; age++) {
    survival *= 1 - Math.min(1, factor * (hazard[age] ?? 0));
    sum += survival;
  }
  return sum;
}
