import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAmount } from "./read-amount.ts";

describe("readAmount", () => {
  it.each([
    ["1234.5", 123_450],
    ["1,234.56", 123_456],
    ["$1,234.56", 123_456],
    ["(12.00)", -1_200],
    ["($1,234.56)", -123_456],
    ["$(12.00)", -1_200],
    ["-12", -1_200],
    ["-$12.50", -1_250],
    ["$-12.50", -1_250],
    ["0", 0],
    ["0.00", 0],
    ["007", 700],
    [".5", 50],
    ["$ 5", 500],
    ["1,234,567.89", 123_456_789],
    ["9999999999.99", 999_999_999_999],
    ["-0", undefined],
    ["-0.00", undefined],
    ["(0.00)", undefined],
    ["1e3", undefined],
    ["12.345", undefined],
    ["1.2.3", undefined],
    ["12,34", undefined],
    ["1,2345", undefined],
    ["5.", undefined],
    [".", undefined],
    ["", undefined],
    ["$", undefined],
    ["--5", undefined],
    ["(-5)", undefined],
    ["12-", undefined],
    ["12 USD", undefined],
    ["1 234.56", undefined],
    ["1.234,56", undefined],
    ["NaN", undefined],
    ["10000000000", undefined],
    ["+5", undefined],
    ["(5", undefined],
  ])("reads %s as %s cents", (text, expected) => {
    expect(readAmount(text)).toBe(expected);
  });

  it("reads back every amount it could have written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (cents) => {
        const plain = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
        const grouped = `$${Math.floor(cents / 100).toLocaleString("en-US")}.${String(cents % 100).padStart(2, "0")}`;
        return readAmount(plain) === cents && readAmount(grouped) === cents && (cents === 0 || readAmount(`(${plain})`) === -cents);
      }),
    );
  });
});
