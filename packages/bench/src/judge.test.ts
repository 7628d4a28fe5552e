import { describe, expect, it } from "vitest";
import type { Measured } from "./figure.ts";
import { barsOf, judge } from "./judge.ts";
import { exitCodeOf } from "./measure.ts";
import type { FigureResult } from "./result.ts";
import { statOf } from "./stats.ts";
import { targetOf } from "./targets.ts";

const idle = { cores: 2, baseline: undefined };

function measured(ratio: number, more: Partial<Measured> = {}): Measured {
  const stat = statOf([ratio]);
  return {
    params: { rows: 1000, base: 0 },
    product: stat,
    anchor: stat,
    ratio: stat,
    details: [],
    equality: [{ check: "same", ok: true }],
    loadAvg: [1],
    ...more,
  };
}

describe("judging a figure", () => {
  it.each([
    ["I1", 0.8, "goal"],
    ["I1", 0.7, "goal"],
    ["I1", 0.6, "floor"],
    ["I1", 0.49, "fail"],
    ["A1", 1.9, "goal"],
    ["A1", 5, "floor"],
    ["A1", 6.1, "fail"],
    ["I5", 250, "fail"],
  ])("calls %s at %d %s", (id, ratio, verdict) => {
    expect(judge(targetOf(id), measured(ratio), idle)).toBe(verdict);
  });

  it("fails a fast wrong answer", () => {
    expect(judge(targetOf("A1"), measured(1, { equality: [{ check: "same", ok: false }] }), idle)).toBe("fail");
  });

  it("judges nothing on a machine with more than two waiting per core", () => {
    expect(judge(targetOf("A1"), measured(9, { loadAvg: [1, 4.1] }), idle)).toBe("unjudged");
  });

  it("calls worse by more than 15 % and outside the baseline's range a regression", () => {
    const baseline = { median: 3, min: 2.5, max: 3.6 };
    const verdict = (ratio: number) => judge(targetOf("A1"), measured(ratio), { cores: 2, baseline });
    expect([verdict(3.4), verdict(3.55), verdict(3.7)]).toEqual(["floor", "floor", "regressed"]);
  });

  it("asks more of a drift run over five million claims", () => {
    expect([barsOf(targetOf("D5"), 1_000_000).floor, barsOf(targetOf("D5"), 5_000_000).floor]).toEqual([12, 6]);
  });
});

describe("the exit code", () => {
  const figure = (verdict: FigureResult["verdict"], ok = true) => ({ verdict, equality: [{ check: "same", ok }] }) as FigureResult;

  it("is 1 for answers that differ, gated or not", () => {
    expect(exitCodeOf({ figures: [figure("goal", false)], failures: [] }, false)).toBe(1);
  });

  it("is 1 for a missed floor only when gated", () => {
    const outcome = { figures: [figure("fail")], failures: [] };
    expect([exitCodeOf(outcome, false), exitCodeOf(outcome, true)]).toEqual([0, 1]);
  });

  it("is 2 for what could not be measured or judged", () => {
    expect(exitCodeOf({ figures: [], failures: [{ id: "A1", reason: "no build" }] }, false)).toBe(2);
    expect(exitCodeOf({ figures: [figure("unjudged")], failures: [] }, true)).toBe(2);
  });
});
