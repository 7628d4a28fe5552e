import { dayOf } from "@upstream/core";
import { describe, expect, it } from "vitest";
import { baseDays } from "./base-days.ts";
import { maturityWeight, weightedBaseline } from "./completion.ts";
import { abfConfidence } from "./confidence.ts";
import { skewZ } from "./count-test.ts";
import { kitagawa } from "./decomposition.ts";
import { impactMonth } from "./dollars.ts";
import { holidayWeeks } from "./holidays.ts";
import { tau2Level, windowT2 } from "./over-dispersion.ts";
import { pool } from "./pooling.ts";
import { twoStage, type Watch } from "./sequential.ts";
import { severity } from "./severity.ts";
import { detectionZ, scanP, twoSided, weightedP } from "./significance.ts";
import { normIsf } from "./special-functions.ts";
import { addStratum, compareRates, emptyRateSums, stratifiedNewcombe } from "./stratified.ts";
import { hazards, keptWeeks, logrankPeriod, restrictedMean, slowness } from "./survival.ts";
import { timingGuard } from "./timing-guard.ts";

function officeSums() {
  const sums = emptyRateSums();
  addStratum(sums, { x0: 48, n0: 600, x1: 19, n1: 100 });
  addStratum(sums, { x0: 12, n0: 240, x1: 7, n1: 40 });
  return sums;
}
const t2 = windowT2(0.004, 14, 84);

describe("the worked denial test", () => {
  const sums = officeSums();
  const rates = compareRates(sums);
  const spread = sums.variance + sums.variance ** 2 * t2;
  const z = skewZ({ ...sums, variance: spread });

  it("sums the strata", () => {
    expect(sums.observed).toBe(26);
    expect(sums.expected).toBeCloseTo(12.285714285714285, 10);
    expect(sums.variance).toBeCloseTo(9.605879178474657, 10);
    expect(sums.margin).toBe(86);
    expect(sums.weight).toBe(120);
    expect(rates.p0).toBeCloseTo(0.07142857142857142, 12);
    expect(rates.p1).toBeCloseTo(0.18571428571428572, 12);
    expect(rates.logOdds).toBeCloseTo(1.087894956077221, 10);
    expect(rates.logOddsVariance).toBeCloseTo(0.0642796291113685, 10);
  });

  it("corrects the tail and pays for the search", () => {
    expect(t2).toBeCloseTo(0.004666666666666667, 14);
    expect(z).toBeCloseTo(3.871107971740481, 7);
    const p = twoSided(z);
    expect(p).toBeCloseTo(0.00010834178710147478, 10);
    expect(scanP(p, 4)).toBeCloseTo(0.0003358213345285854, 9);
    const others = [
      [28, 0.02],
      [56, 0.11],
      [84, 0.3],
    ].map(([window = 0, other = 0]) => ({ window, p: other, direction: 1 }));
    const tests = [{ window: 14, p, direction: 1 }, ...others];
    expect(weightedP(tests, 1, false)?.pw).toBeCloseTo(0.00033585954001457183, 9);
    expect(weightedP(tests, 1, true)?.pw).toBeCloseTo(0.0006717190800291437, 9);
    expect(weightedP(tests, -1, false)?.pw).toBeCloseTo(0.003358595400145718, 8);
  });

  it("states interval, confidence and the timing guard", () => {
    const interval = stratifiedNewcombe(rates, t2, 0.05);
    expect(interval.effective0).toBeCloseTo(840, 8);
    expect(interval.effective1).toBeCloseTo(127.41172187841282, 8);
    expect(interval.lo).toBeCloseTo(0.05315116992806146, 10);
    expect(interval.hi).toBeCloseTo(0.19220911426697435, 10);
    const shown = normIsf(scanP(twoSided(z), 4) / 2);
    expect(shown).toBeCloseTo(3.585974842531489, 7);
    expect(abfConfidence({ z: shown, variance: rates.logOddsVariance + t2, slab: 0.7 }, 0.01)).toBeCloseTo(0.4987574896902939, 7);
    const guard = timingGuard({ observed: 26, expected: 10, variance: 60 / 36 }, { common: 0, commonSe: 0, t2, z, direction: 1 });
    expect(guard.z).toBeCloseTo(4.59335401391643, 9);
    expect(guard.pass).toBe(true);
  });

  it("prices the change", () => {
    const interval = stratifiedNewcombe(rates, t2, 0.05);
    const dollars = impactMonth({ ...interval, perMonth: (140 * 30.4375) / 14, amount: 118, amountSe: 2.5, recovery: 0.3 });
    expect(dollars.point).toBeCloseTo(2873.3, 1);
    expect(dollars.lo).toBeCloseTo(1331.67, 1);
    expect(dollars.hi).toBeCloseTo(4836.03, 1);
    expect(severity(dollars, 420_000)).toBe("high");
  });

  it("names the smallest change it would notice", () => {
    const error = Math.sqrt(spread) / sums.weight;
    expect((detectionZ(false) + 0.8416) * error).toBeCloseTo(0.12182727434674388, 5);
    expect((detectionZ(true) + 0.8416) * error).toBeCloseTo(0.1263012212077733, 5);
    expect((detectionZ(false, true) + 0.8416) * error).toBeCloseTo(0.13607466593058573, 5);
  });

  it("calls a change of volumes mix", () => {
    const split = kitagawa({ volume: [600, 240], rate: [0.08, 0.05] }, { volume: [130, 10], rate: [0.08, 0.05] });
    expect(split.total).toBeCloseTo(0.006428571428571429, 12);
    expect(split.rate).toBe(0);
  });

  it("removes what the other payers did too", () => {
    const theta = [0.3, 0.22, 0.35, 0.18];
    const common = pool([0.02, 0.03, 0.04, 0.05].map((variance, i) => ({ theta: theta[i] ?? 0, variance })));
    expect(common.mean).toBeCloseTo(0.27025974025974026, 12);
    expect(common.se).toBeCloseTo(0.08827348295047495, 12);
    const variance = sums.variance + sums.variance ** 2 * (t2 + common.se ** 2);
    expect(skewZ({ ...sums, expected: sums.expected + common.mean * sums.variance, variance })).toBeCloseTo(3.1436207147819593, 7);
  });
});

describe("the worked look-ups", () => {
  it("grows the baseline with the history", () => {
    expect([203, 210, 217, 231, 336, 357].map((day) => baseDays(day, 0))).toEqual([84, 84, 98, 112, 210, 224]);
    expect(windowT2(0.004, 84, 84)).toBeCloseTo(0.0013333333333333333, 14);
    expect(windowT2(0.004, 7, 210)).toBeCloseTo(0.004266666666666667, 14);
  });

  it("confirms a watch with data decided after it", () => {
    let watch: Watch | undefined;
    const looks = [
      [210, 3.4e-4, 0],
      [217, 1.9e-4, 1.4],
      [224, 2.2e-4, 2.4],
      [231, 3.1e-4, 1.2],
      [245, 4e-4, 0],
    ];
    const outcomes = looks.map(([watermark = 0, pw, z]) => {
      const step = twoStage(watch, { watermark, pw, direction: 1, pass: true, fresh: () => z });
      watch = step.watch;
      return step.outcome;
    });
    expect(outcomes).toEqual(["watch", "wait", "confirm", "confirm", "watch"]);
    expect(watch).toEqual({ day: 245, direction: 1, confirmed: false });
  });

  it("weighs a baseline by the lines that stand at the same age now", () => {
    const events = { ages: [5, 5, 20], decided: [1, 1, 1], events: [1, 1, 1] };
    const windows = { base: [28, 56], current: [46, 60] } as const;
    const flat = { first: 0, sums: Array.from({ length: 61 }, (_, day) => 10 * day) };
    const steady = weightedBaseline(events, (age) => maturityWeight(flat, age, windows));
    expect([steady.events, steady.eventSquares]).toEqual([1.5, 0.75]);
    const doubled = { first: 0, sums: flat.sums.map((sum, day) => sum + 10 * Math.max(0, day - 46)) };
    const grown = weightedBaseline(events, (age) => maturityWeight(doubled, age, windows));
    expect(grown.events).toBeCloseTo(1.893939393939394, 12);
    expect(grown.eventSquares).toBeCloseTo(1.2215335169880626, 12);
  });

  it("learns over-dispersion of groups and of payers", () => {
    const deviation = [
      [1.5, -2, 0.5, 3, -1, -2],
      [0.2, 1.9, -2.5, -1.1, 2.5, -1],
      [4, -1, -3, 2, -4, 2],
    ];
    const information = [
      [4, 4, 5, 5, 4, 4],
      [3, 3, 3, 3, 3, 3],
      [6, 6, 6, 6, 1.5, 6],
    ];
    expect(tau2Level({ deviation, information }, 0.006)).toBeCloseTo(0.012378743608473347, 12);
    expect(tau2Level({ deviation, information }, 0.0036)).toBeCloseTo(0.010432797662527402, 12);
  });
});

describe("the worked duration test", () => {
  const before = { atRisk: [400, 380, 340, 260, 160], events: [20, 40, 80, 100, 60] };
  const weeks = [
    { atRisk: [41, 40, 39, 34, 28], events: [0, 1, 4, 5, 6] },
    { atRisk: [39, 39, 38, 34, 28], events: [1, 1, 5, 7, 8] },
  ];
  const t2Days = windowT2(0.01, 14, 84);
  const zOf = (leftOut: boolean[]) => {
    const test = logrankPeriod(before, keptWeeks(weeks, leftOut) ?? before);
    return { test, slow: slowness(test), z: -skewZ({ ...test, variance: test.variance + test.variance ** 2 * t2Days }) };
  };

  it("sees missing decisions as slowness", () => {
    const { test, slow, z } = zOf([false, false]);
    expect([test.observed, test.margin]).toEqual([38, 338]);
    expect(test.expected).toBeCloseTo(69.56750830803554, 9);
    expect(test.variance).toBeCloseTo(40.352638600491275, 9);
    expect(slow?.theta).toBeCloseTo(0.7822910571119684, 10);
    expect(z).toBeCloseTo(4.367220282808276, 6);
  });

  it("measures the change in days", () => {
    const hazard = hazards(before);
    const now = hazards(keptWeeks(weeks, [false, false]) ?? before, hazard);
    expect(restrictedMean(now, 5) - restrictedMean(hazard, 5)).toBeCloseTo(0.925, 3);
  });

  it("leaves a week with a bank holiday out", () => {
    const { test, slow, z } = zOf([false, true]);
    expect([test.observed, test.margin]).toEqual([16, 316]);
    expect(test.expected).toBeCloseTo(36.38061618479612, 9);
    expect(slow?.theta).toBeCloseTo(0.876743786288374, 10);
    expect(z).toBeCloseTo(4.113124971758286, 6);
    const weeksBefore = holidayWeeks(dayOf("2025-01-06"), 12);
    expect(weeksBefore.flatMap((isHoliday, week) => (isHoliday ? [week] : []))).toEqual([0, 1, 5, 7, 11]);
  });
});
