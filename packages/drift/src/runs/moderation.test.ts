import { describe, expect, it } from "vitest";
import type { Look } from "../look/prepare-look.ts";
import { tau2Level } from "../score/over-dispersion.ts";
import type { SignalMeasure } from "../signals/signal.ts";
import { learnTau2 } from "./moderation.ts";

const fortnights = (values: number[]) => Float64Array.from(values);

describe("over-dispersion of segments of different age", () => {
  it("is that of each over its own fortnights, however long the baseline of another is", () => {
    const deviation = [3, -4, 2, -1].map((first) => fortnights([first, -3, 4, -first]));
    const information = deviation.map((row) => row.map(() => 5));
    const alone = tau2Level({ deviation, information }, 0.006);
    const empty = new Float64Array(16);
    expect(alone).toBeGreaterThan(0.006);
    expect(tau2Level({ deviation: [...deviation, empty], information: [...information, empty] }, 0.006)).toBe(alone);
  });

  it("adds the fortnights of a younger group to the last ones of its payer", () => {
    const segments = [-1, 0, 1].map((group) => ({ payer: 0, group, from: 0, to: 0 }));
    const old = fortnights([0, 0, 0, 0, 0, 0, 6, -6, 6, -6, 6, -6]);
    const young = fortnights([-6, 6, -6, 6, -6, 6]);
    const rows = [undefined, old, young];
    const dispersionOf = (position: number) => {
      const deviation = rows[position];
      return deviation && { deviation, information: deviation.map(() => 9) };
    };
    const { payer } = learnTau2({ segments } as unknown as Look, { dispersionOf } as unknown as SignalMeasure);
    expect(payer).toBeCloseTo((11 * 0.0004 + 60 * 0.0036) / 71, 12);
  });
});
