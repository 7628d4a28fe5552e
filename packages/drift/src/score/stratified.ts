import { newcombe, type Interval } from "./proportions.ts";

/** Sums over strata of one comparison of rates; additive, so a payer is the sum of its groups. */
export type RateSums = {
  observed: number;
  expected: number;
  variance: number;
  margin: number;
  odds1: number;
  odds0: number;
  weight: number;
  weighted1: number;
  weighted0: number;
  spread1: number;
  spread0: number;
  n1: number;
  n0: number;
  events0: number;
};

export function emptyRateSums(): RateSums {
  return {
    observed: 0,
    expected: 0,
    variance: 0,
    margin: 0,
    odds1: 0,
    odds0: 0,
    weight: 0,
    weighted1: 0,
    weighted0: 0,
    spread1: 0,
    spread0: 0,
    n1: 0,
    n0: 0,
    events0: 0,
  };
}

/** One stratum: x events of n, 0 before and 1 now; both sides may be real. */
export type Stratum2x2 = { x0: number; n0: number; x1: number; n1: number };

/** Adds one stratum (drift method 5.1); a stratum without lines on either side adds nothing. */
export function addStratum(sums: RateSums, { x0, n0, x1, n1 }: Stratum2x2): void {
  if (n1 <= 0 || n0 <= 0) return;
  const total = n1 + n0;
  const events = x1 + x0;
  const weight = (n1 * n0) / total;
  sums.observed += x1;
  sums.expected += (n1 * events) / total;
  if (total > 1) sums.variance += (n1 * n0 * events * (total - events)) / (total * total * Math.max(total - 1, 0.5));
  sums.margin += events;
  sums.odds1 += (x1 * (n0 - x0)) / total;
  sums.odds0 += ((n1 - x1) * x0) / total;
  sums.weight += weight;
  sums.weighted1 += weight * (x1 / n1);
  sums.weighted0 += weight * (x0 / n0);
  sums.spread1 += (weight * weight) / n1;
  sums.spread0 += (weight * weight) / n0;
  sums.n1 += n1;
  sums.n0 += n0;
  sums.events0 += x0;
}

export function addRateSums(into: RateSums, from: RateSums): void {
  for (const key of Object.keys(into) as (keyof RateSums)[]) into[key] += from[key];
}

/** Standardised rates with their effective sizes, and the log odds ratio with its variance. */
export type RateComparison = {
  p0: number;
  p1: number;
  effective0: number;
  effective1: number;
  logOdds: number;
  logOddsVariance: number;
};

export function compareRates(sums: RateSums): RateComparison {
  const a = sums.observed + 0.5;
  const b = sums.n1 - sums.observed + 0.5;
  const c = sums.events0 + 0.5;
  const d = sums.n0 - sums.events0 + 0.5;
  const crude = sums.odds1 === 0 || sums.odds0 === 0;
  return {
    p0: sums.weight > 0 ? sums.weighted0 / sums.weight : 0,
    p1: sums.weight > 0 ? sums.weighted1 / sums.weight : 0,
    effective0: sums.spread0 > 0 ? (sums.weight * sums.weight) / sums.spread0 : 0,
    effective1: sums.spread1 > 0 ? (sums.weight * sums.weight) / sums.spread1 : 0,
    logOdds: crude ? Math.log((a * d) / (b * c)) : Math.log(sums.odds1 / sums.odds0),
    logOddsVariance: 1 / a + 1 / b + 1 / c + 1 / d,
  };
}

export type RateInterval = Interval & { diff: number; effective0: number; effective1: number };

/** Interval of the standardised difference; `inflation` is the between-window variance of the log odds. */
export function stratifiedNewcombe(rates: RateComparison, inflation: number, alpha: number): RateInterval {
  const { p0, p1 } = rates;
  const effective1 = Math.max(1, rates.effective1 / (1 + inflation * p1 * (1 - p1) * rates.effective1));
  const effective0 = Math.max(1, rates.effective0);
  const before = { x: p0 * effective0, n: effective0 };
  return { ...newcombe(before, { x: p1 * effective1, n: effective1 }, alpha), effective0, effective1 };
}
