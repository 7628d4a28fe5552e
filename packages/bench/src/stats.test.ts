import { describe, expect, it } from "vitest";
import { interleave } from "./interleave.ts";
import { median, pairedRatio, statOf } from "./stats.ts";

describe("statistics of rounds", () => {
  it("takes the middle of an odd number and the mean of the two middles of an even one", () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
  });

  it("keeps the samples in the order in which they were taken", () => {
    expect(statOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3, n: 3, samples: [3, 1, 2] });
  });

  it("pairs a round of the product with the same round of the anchor", () => {
    expect(pairedRatio([2, 9, 4], [1, 3, 4])).toEqual({ median: 2, min: 1, max: 3, n: 3, samples: [2, 3, 1] });
  });

  it("refuses rounds that do not pair, and nothing at all", () => {
    expect(() => pairedRatio([1, 2], [1])).toThrow("2 rounds");
    expect(() => statOf([])).toThrow("Nothing was measured");
  });

  it("lets each side begin in turn", async () => {
    const order: string[] = [];
    const side = (name: string) => async () => order.push(name);
    const taken = await interleave(3, side("P"), side("A"));
    expect(order.join("")).toBe("PAAPPA");
    expect([taken.product, taken.anchor, taken.loadAvg.length]).toEqual([[1, 4, 5], [2, 3, 6], 3]);
  });
});
