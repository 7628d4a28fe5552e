/** Cumulative counts by day: `sums[i]` counts everything before day `first + i`. */
export type CumulativeDays = { first: number; sums: ArrayLike<number> };

/** Baseline days and current days, each from the first to before the second. */
export type TwoWindows = { base: readonly [number, number]; current: readonly [number, number] };

export function countBetween(days: CumulativeDays, from: number, to: number): number {
  const last = days.sums.length - 1;
  const low = Math.min(Math.max(from - days.first, 0), last);
  const high = Math.min(Math.max(to - days.first, 0), last);
  return (days.sums[high] ?? 0) - (days.sums[low] ?? 0);
}

/** Lines that stand at this age in the current window for each one that stood there in the baseline; 0 if none did. */
export function maturityWeight(submitted: CumulativeDays, age: number, { base, current }: TwoWindows): number {
  const before = countBetween(submitted, base[0] - age, base[1] - age);
  return before > 0 ? countBetween(submitted, current[0] - age, current[1] - age) / before : 0;
}

/** Weighted baseline decisions and events of one stratum, with the sums of squared weights. */
export type WeightedBaseline = { decided: number; decidedSquares: number; events: number; eventSquares: number };

/** Baseline decisions by age; entry i is about the age `ages[i]`. */
export type DecisionsByAge = { ages: ArrayLike<number>; decided: ArrayLike<number>; events: ArrayLike<number> };

export function weightedBaseline(by: DecisionsByAge, weightOf: (age: number) => number): WeightedBaseline {
  const sums: WeightedBaseline = { decided: 0, decidedSquares: 0, events: 0, eventSquares: 0 };
  for (let i = 0; i < by.ages.length; i++) {
    const weight = weightOf(by.ages[i] ?? 0);
    const decided = by.decided[i] ?? 0;
    const events = by.events[i] ?? 0;
    sums.decided += weight * decided;
    sums.decidedSquares += weight * weight * decided;
    sums.events += weight * events;
    sums.eventSquares += weight * weight * events;
  }
  return sums;
}
