import betaincRaw from "@stdlib/math-base-special-betainc";
import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";

/** z of a 95 % two-sided interval. */
export const z975 = 1.959963984540054;

/** Upper tail of the standard normal distribution. */
export function normSf(x: number): number {
  return 0.5 * erfc(x / Math.SQRT2);
}

/** The x whose upper normal tail is p; infinite at p ≤ 0 and p ≥ 1. */
export function normIsf(p: number): number {
  if (p <= 0) return Infinity;
  if (p >= 1) return -Infinity;
  return Math.SQRT2 * erfcinv(2 * p);
}

/** Regularised incomplete beta function I_x(a, b). */
export function betainc(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return betaincRaw(1 - x, b, a, true, true);
  return betaincRaw(x, a, b);
}
