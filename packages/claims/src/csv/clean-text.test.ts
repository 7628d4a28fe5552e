import { describe, expect, it } from "vitest";
import { boundedCache, cleanText } from "./clean-text.ts";

describe("cleanText", () => {
  it.each([
    ["Aetna", "Aetna"],
    ["  Aetna  Health ", "Aetna Health"],
    ["\u00A0 \t", ""],
    ["e\u0301", "é"],
    ["a\u0007b\nc", "a b c"],
    ["\u202Eabc\u200B", "abc"],
    ["'=1+1", "=1+1"],
    ["'+12", "+12"],
    ["'quoted", "'quoted"],
    ["'\tC-1", "C-1"],
    ["'\r\nAetna", "Aetna"],
    ['="00123"', "00123"],
    [' "Aetna, Inc"', "Aetna, Inc"],
    ['=SUM("a")', '=SUM("a")'],
    ['"one" or "two"', '"one" or "two"'],
    ["O'Neil", "O'Neil"],
    ["\uD800x", "\uFFFDx"],
    ["", ""],
    ["'", "'"],
  ])("turns %j into %j", (cell, text) => {
    expect(cleanText(cell)).toBe(text);
  });
});

describe("boundedCache", () => {
  it("computes equal texts once", () => {
    let made = 0;
    const cached = boundedCache(8, (text) => `${text}${(made += 1)}`);
    expect([cached("a"), cached("a"), cached("b"), cached("a")]).toEqual(["a1", "a1", "b2", "a1"]);
  });

  it("forgets what nobody asked for lately and keeps what was", () => {
    let made = 0;
    const cached = boundedCache(4, (text) => `${text}${(made += 1)}`);
    for (const text of ["often", "once", "often", "b", "often", "c", "often", "d"]) cached(text);
    expect([cached("often"), cached("once")]).toEqual(["often1", "once6"]);
  });
});
