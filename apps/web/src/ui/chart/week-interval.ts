const z95 = 1.959964;

/** Wilson 95% interval of `count` events among `n`; null without any. */
export function wilson95(count: number, n: number): readonly [number, number] | null {
  if (n <= 0) return null;
  const rate = count / n;
  const center = (rate + z95 ** 2 / (2 * n)) / (1 + z95 ** 2 / n);
  const half = (z95 / (1 + z95 ** 2 / n)) * Math.sqrt((rate * (1 - rate)) / n + z95 ** 2 / (4 * n ** 2));
  return [Math.max(0, center - half), Math.min(1, center + half)];
}

/** Usual range of a week: mean of the weeks, weighted by their claims, and two standard deviations to both sides; null below four weeks. */
export function usualRange(weeks: readonly { n: number; value: number }[]): readonly [number, number] | null {
  if (weeks.length < 4) return null;
  const total = weeks.reduce((sum, week) => sum + week.n, 0);
  if (total <= 0) return null;
  const mean = weeks.reduce((sum, week) => sum + week.n * week.value, 0) / total;
  const variance = weeks.reduce((sum, week) => sum + week.n * (week.value - mean) ** 2, 0) / total;
  const half = 2 * Math.sqrt(variance);
  return [Math.max(0, mean - half), mean + half];
}
