/** Volumes and rates by category, before and now; an absent rate is undefined. */
export type Side = { volume: readonly number[]; rate: readonly (number | undefined)[] };
export type Decomposition = { total: number; rate: number; mix: number; rateBy: number[]; mixBy: number[] };

/** Splits a change of an overall rate into behaviour and mix; both add up to the total exactly (Kitagawa 1955). */
export function kitagawa(before: Side, after: Side): Decomposition {
  const sum0 = before.volume.reduce((sum, n) => sum + n, 0);
  const sum1 = after.volume.reduce((sum, n) => sum + n, 0);
  const rateBy: number[] = [];
  const mixBy: number[] = [];
  for (let k = 0; k < before.volume.length; k++) {
    const n0 = before.volume[k] ?? 0;
    const n1 = after.volume[k] ?? 0;
    const known0 = n0 > 0 ? before.rate[k] : undefined;
    const known1 = n1 > 0 ? after.rate[k] : undefined;
    const r0 = known0 ?? known1 ?? 0;
    const r1 = known1 ?? known0 ?? 0;
    const w0 = sum0 > 0 ? n0 / sum0 : 0;
    const w1 = sum1 > 0 ? n1 / sum1 : 0;
    rateBy.push(0.5 * (w0 + w1) * (r1 - r0));
    mixBy.push(0.5 * (r0 + r1) * (w1 - w0));
  }
  const rate = rateBy.reduce((sum, value) => sum + value, 0);
  const mix = mixBy.reduce((sum, value) => sum + value, 0);
  return { total: rate + mix, rate, mix, rateBy, mixBy };
}
