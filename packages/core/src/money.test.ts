import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCents, parseCents } from "./money.ts";

describe("parseCents", () => {
  it.each([
    ["1234.5", 123_450],
    ["1,234.56", 123_456],
    ["$1,234.56", 123_456],
    ["(12.00)", -1_200],
    ["-12.00", -1_200],
    ["$-3", -300],
    ["0", 0],
    ["-0", 0],
    [".50", 50],
    ["12.", 1_200],
    [" 7.10 ", 710],
  ])("reads %s", (text, cents) => {
    expect(parseCents(text)).toBe(cents);
  });

  it.each(["", "abc", "1.234", "1e5", "12,34", "1,2345", "--1", "(-1)", "(1", "1)", "$", ".", "NaN", "1 000", "٣"])(
    "refuses %j",
    (text) => {
      expect(parseCents(text)).toBeUndefined();
    },
  );

  it("reads back what formatCents wrote", () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }), (cents) => {
        expect(parseCents(formatCents(cents).replace("\u2212", "-"))).toBe(cents);
      }),
    );
  });
});
