import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { skewZ } from "./count-test.ts";
import { kitagawa } from "./decomposition.ts";
import { benjaminiHochberg } from "./false-discovery.ts";
import { addRateSums, addStratum, compareRates, emptyRateSums, stratifiedNewcombe } from "./stratified.ts";

const count = fc.integer({ min: 1, max: 500 });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const stratum = fc
  .record({ n0: count, n1: count, r0: share, r1: share })
  .map(({ n0, n1, r0, r1 }) => ({ n0, n1, x0: Math.round(n0 * r0), x1: Math.round(n1 * r1) }));
const strata = fc.array(stratum, { minLength: 1, maxLength: 6 });

function sumsOf(parts: readonly { x0: number; n0: number; x1: number; n1: number }[]) {
  const sums = emptyRateSums();
  for (const part of parts) addStratum(sums, part);
  return sums;
}

describe("for any counts", () => {
  it("behaviour and mix add up to the change of the overall rate", () => {
    fc.assert(
      fc.property(strata, (parts) => {
        const side = (n: "n0" | "n1", x: "x0" | "x1") => ({
          volume: parts.map((part) => part[n]),
          rate: parts.map((part) => part[x] / part[n]),
        });
        const rate = (n: "n0" | "n1", x: "x0" | "x1") =>
          parts.reduce((sum, part) => sum + part[x], 0) / parts.reduce((sum, part) => sum + part[n], 0);
        expect(kitagawa(side("n0", "x0"), side("n1", "x1")).total).toBeCloseTo(rate("n1", "x1") - rate("n0", "x0"), 9);
      }),
    );
  });

  it("the interval of a difference holds the difference and stays between −1 and 1", () => {
    fc.assert(
      fc.property(strata, share, (parts, inflation) => {
        const { diff, lo, hi } = stratifiedNewcombe(compareRates(sumsOf(parts)), inflation, 0.05);
        expect(lo).toBeLessThanOrEqual(diff + 1e-12);
        expect(hi).toBeGreaterThanOrEqual(diff - 1e-12);
        expect(lo).toBeGreaterThanOrEqual(-1 - 1e-9);
        expect(hi).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it("a payer is the sum of its groups", () => {
    fc.assert(
      fc.property(strata, strata, (one, other) => {
        const whole = sumsOf(one);
        addRateSums(whole, sumsOf(other));
        const direct = sumsOf([...one, ...other]);
        for (const key of ["observed", "expected", "variance", "weight"] as const) expect(whole[key]).toBeCloseTo(direct[key], 6);
      }),
    );
  });

  it("more events than expected give a larger z", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.double({ min: 1, max: 40, noNaN: true }), (observed, expected) => {
        const z = (events: number) => skewZ({ observed: events, expected, variance: expected, margin: 200 });
        expect(z(observed + 1)).toBeGreaterThanOrEqual(z(observed));
      }),
    );
  });

  it("q keeps the order of p and is never smaller", () => {
    fc.assert(
      fc.property(fc.array(share, { maxLength: 30 }), (p) => {
        const q = benjaminiHochberg(p);
        p.forEach((value, i) => {
          expect(q[i]).toBeGreaterThanOrEqual(value - 1e-15);
          p.forEach((other, j) => (other < value ? expect(q[j]).toBeLessThanOrEqual((q[i] ?? 0) + 1e-15) : undefined));
        });
      }),
    );
  });
});
