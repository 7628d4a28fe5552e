import { describe, expect, it } from "vitest";
import { heatLegend, heatOf } from "./heat.ts";

describe("heat of a cell", () => {
  it("stays without color while the interval holds no change", () => {
    expect(heatOf("rate", { effect: 0.09, low: -0.01, high: 0.19 }, 1)).toBeNull();
  });

  it("deepens with the harm and turns green for what helps", () => {
    expect(heatOf("rate", { effect: 0.115, low: 0.07, high: 0.16 }, 1)).toBe("h4");
    expect(heatOf("rate", { effect: 0.045, low: 0.02, high: 0.07 }, 1)).toBe("h3");
    expect(heatOf("rate", { effect: 0.023, low: 0.01, high: 0.04 }, 1)).toBe("h2");
    expect(heatOf("rate", { effect: -0.052, low: -0.08, high: -0.03 }, 1)).toBe("g3");
    expect(heatOf("days", { effect: -6, low: -8, high: -4 }, -1)).toBe("h3");
  });

  it("names its steps in the unit of the signal", () => {
    expect(heatLegend("days").map((step) => step.text)).toEqual(["5+ less", "2+ less", "no clear change", "2+ more", "5+", "10+"]);
  });
});
