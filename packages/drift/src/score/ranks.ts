import { normSf } from "./special-functions.ts";

export type RankTest = { u: number; z: number; p: number; superiority: number };

/** Counts of whole values: `before[i]` and `after[i]` lines have the value i. */
export type Histograms = { before: ArrayLike<number>; after: ArrayLike<number> };

type RankMoments = { u: number; mean: number; variance: number; n0: number; n1: number };

function rankMoments({ before, after }: Histograms): RankMoments {
  let n0 = 0;
  let n1 = 0;
  let u = 0;
  let ties = 0;
  const length = Math.max(before.length, after.length);
  for (let i = 0; i < length; i++) {
    const x = before[i] ?? 0;
    const y = after[i] ?? 0;
    u += y * (n0 + x / 2);
    n0 += x;
    n1 += y;
    const tied = x + y;
    ties += tied * tied * tied - tied;
  }
  const total = n0 + n1;
  const variance = total > 1 ? ((n0 * n1) / 12) * (total + 1 - ties / (total * (total - 1))) : 0;
  return { u, mean: (n0 * n1) / 2, variance, n0, n1 };
}

/**
 * Mann–Whitney with tie and continuity correction, z positive when values rose. Several strata are combined
 * with van Elteren's weights, so that only comparisons within a stratum count.
 */
export function mannWhitney(strata: readonly Histograms[]): RankTest {
  let gap = 0;
  let variance = 0;
  let halfStep = 0;
  let u = 0;
  let pairs = 0;
  for (const stratum of strata) {
    const moments = rankMoments(stratum);
    if (moments.n0 === 0 || moments.n1 === 0) continue;
    const weight = 1 / (moments.n0 + moments.n1 + 1);
    gap += weight * (moments.u - moments.mean);
    variance += weight * weight * moments.variance;
    halfStep = Math.max(halfStep, weight / 2);
    u += moments.u;
    pairs += moments.n0 * moments.n1;
  }
  const superiority = pairs > 0 ? u / pairs : 0.5;
  if (variance <= 1e-12) return { u, z: 0, p: 1, superiority };
  const z = (Math.sign(gap) * Math.max(0, Math.abs(gap) - halfStep)) / Math.sqrt(variance);
  return { u, z, p: Math.min(1, 2 * normSf(Math.abs(z))), superiority };
}
