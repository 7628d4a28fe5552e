/** One estimate with its variance. */
export type Estimate = { theta: number; variance: number };

export type Pooled = { mean: number; se: number; tau2: number; heterogeneity: number };

/** Random-effects mean of at least one estimate (DerSimonian & Laird 1986). */
export function pool(estimates: readonly Estimate[]): Pooled {
  let weights = 0;
  let squares = 0;
  let sum = 0;
  for (const { theta, variance } of estimates) {
    const weight = 1 / variance;
    weights += weight;
    squares += weight * weight;
    sum += weight * theta;
  }
  const fixed = sum / weights;
  let heterogeneity = 0;
  for (const { theta, variance } of estimates) heterogeneity += (theta - fixed) ** 2 / variance;
  const spread = weights - squares / weights;
  const tau2 = spread > 0 ? Math.max(0, (heterogeneity - (estimates.length - 1)) / spread) : 0;
  let total = 0;
  let weighted = 0;
  for (const { theta, variance } of estimates) {
    total += 1 / (variance + tau2);
    weighted += theta / (variance + tau2);
  }
  return { mean: weighted / total, se: 1 / Math.sqrt(total), tau2, heterogeneity };
}
