import { betainc, normIsf } from "./special-functions.ts";

/** Observed events, their expectation and variance, and the events of both sides together. */
export type CountTest = { observed: number; expected: number; variance: number; margin: number };

const tailFloor = 1e-300;

function atLeast(k: number, margin: number, share: number): number {
  if (k <= 0) return 1;
  if (k > margin) return 0;
  return betainc(k, margin - k + 1, share);
}

function atMost(k: number, margin: number, share: number): number {
  if (k < 0) return 0;
  if (k >= margin) return 1;
  return betainc(margin - k, k + 1, 1 - share);
}

/** Standardised deviation of a count: shape from a binomial's mid-p tails, spread from the given variance. */
export function skewZ(test: CountTest): number {
  const { observed, expected, variance } = test;
  const margin = Math.max(test.margin, observed, 1e-9);
  const share = Math.min(Math.max(expected / margin, 1e-9), 1 - 1e-9);
  const up = 0.5 * (atLeast(observed, margin, share) + atLeast(observed + 1, margin, share));
  const low = 0.5 * (atMost(observed - 1, margin, share) + atMost(observed, margin, share));
  const z = up < low ? normIsf(Math.max(up, tailFloor)) : -normIsf(Math.max(low, tailFloor));
  return z * Math.sqrt((margin * share * (1 - share)) / variance);
}
