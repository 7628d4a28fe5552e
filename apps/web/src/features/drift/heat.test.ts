import { describe, expect, it } from "vitest";
import { heatLegend, heatOf } from "./heat.ts";

describe("heat of a cell", () => {
  it("stays without color while the interval holds no change", () => {
    expect(heatOf("rate", 0.09, -0.01, 0.19, 1)).toBeNull();
  });

  it("deepens with the harm and turns green for what helps", () => {
    expect(heatOf("rate", 0.115, 0.07, 0.16, 1)).toBe("h4");
    expect(heatOf("rate", 0.045, 0.02, 0.07, 1)).toBe("h3");
    expect(heatOf("rate", 0.023, 0.01, 0.04, 1)).toBe("h2");
    expect(heatOf("rate", -0.052, -0.08, -0.03, 1)).toBe("g3");
    expect(heatOf("days", -6, -8, -4, -1)).toBe("h3");
  });

  it("names its steps in the unit of the signal", () => {
    expect(heatLegend("days").map((step) => step.text)).toEqual(["5+ less", "2+ less", "no clear change", "2+ more", "5+", "10+"]);
  });
});
