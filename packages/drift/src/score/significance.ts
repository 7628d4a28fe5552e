import { normIsf, normSf } from "./special-functions.ts";

/** 3.1 effective looks of four nested windows; fewer windows count less (by simulation). */
const effectiveWindows = [0, 1, 1.85, 2.6, 3.1] as const;
const searchCost = 3.1;
const improvementWeight = 0.1;
const payerWeight = 0.5;

/** Two-sided p of a z. */
export function twoSided(z: number): number {
  return Math.min(1, 2 * normSf(Math.abs(z)));
}

/** p after the search over 1 to 4 nested windows. */
export function scanP(p: number, windows: number): number {
  const looks = effectiveWindows[windows] ?? searchCost;
  return p < 1e-12 ? p * looks : -Math.expm1(looks * Math.log1p(-p));
}

export type WindowP = { window: number; p: number; direction: number };
export type Evidence = { pw: number; window: number };

/**
 * Evidence of a hypothesis: the smallest weighted p of its windows times the search cost, not capped.
 * `worse` is the harmful direction, 0 if any is; improvements weigh a tenth and whole payers half.
 */
export function weightedP(tests: readonly WindowP[], worse: number, payerLevel: boolean): Evidence | undefined {
  let best: Evidence | undefined;
  for (const { window, p, direction } of tests) {
    const improvement = worse !== 0 && direction === -worse;
    const weight = (improvement ? improvementWeight : 1) * (payerLevel ? payerWeight : 1);
    const pw = (searchCost * p) / weight;
    if (best === undefined || pw < best.pw || (pw === best.pw && window < best.window)) best = { pw, window };
  }
  return best;
}

/** z that a change must reach on its own to become a watch; smaller levels and improvements need more. */
export function detectionZ(payerLevel: boolean, improvement = false): number {
  const weight = (improvement ? improvementWeight : 1) * (payerLevel ? payerWeight : 1);
  return normIsf((weight * 5e-4) / searchCost / 2);
}
