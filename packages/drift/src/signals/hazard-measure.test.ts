import { describe, expect, it } from "vitest";
import { hazards } from "../score/survival.ts";
import { hazardSurvives, type HazardSegment } from "./hazard-measure.ts";
import type { WindowTest } from "./signal.ts";

const test: WindowTest = {
  window: 28,
  statistic: { z: 4 },
  sign: -1,
  variance: 0.02,
  common: { theta: 0.5, variance: 0.02 },
  value0: 10,
  value1: 14,
  effect: 4,
  n0: 100,
  n1: 80,
};
const finding = { test, moderation: { t2: 0, common: 0, commonSe: 0 }, z: 4, direction: 1 };

/** One group of four equal weeks beside a baseline in which nothing was decided at the last age. */
function segmentOf(week: { atRisk: number[]; events: number[] }): HazardSegment {
  const base = { atRisk: [100, 60, 10], events: [40, 50, 0] };
  const hazard = hazards(base);
  const group = { base, chunks: [], weeks: [week, week, week, week], hazard, windows: [] };
  return { groups: [group], pooled: base, hazard, clock: { ticksBefore: (day) => day, tickDays: 1 } };
}

describe("the guard of slow decisions", () => {
  it("passes when decisions stay away in every week", () => {
    expect(hazardSurvives(segmentOf({ atRisk: [25, 18, 12], events: [3, 6, 0] }), finding)).toBe(true);
  });

  it("counts decisions at an age at which the baseline had lines but no decision", () => {
    expect(hazardSurvives(segmentOf({ atRisk: [25, 18, 12], events: [3, 6, 12] }), finding)).toBe(false);
  });
});
