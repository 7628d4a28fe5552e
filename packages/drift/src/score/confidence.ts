/** One test as seen by Bayes: its z, the variance of its estimate, and the spread of real changes on the same scale. */
export type Belief = { z: number; variance: number; slab: number };

/** Probability that the change is real by an approximate Bayes factor (Wakefield 2009). */
export function abfConfidence({ z, variance, slab }: Belief, prior: number): number {
  const s = slab * slab;
  const logFactor = 0.5 * Math.log(variance / (variance + s)) + (0.5 * z * z * s) / (variance + s);
  const odds = (Math.exp(Math.min(700, logFactor)) * prior) / (1 - prior);
  return Number.isFinite(odds) ? odds / (1 + odds) : 1;
}
