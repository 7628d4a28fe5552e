import { describe, expect, it } from "vitest";
import { boundedCache, cleanText } from "./clean-text.ts";

describe("cleanText", () => {
  it.each([
    ["Aetna", "Aetna"], ["  Aetna  Health ", "Aetna Health"], ["\u00A0 \t", ""], ["e\u0301", "é"], ["a\u0007b\nc", "a b c"], ["\u202Eabc\u200B", "abc"], ["'=1+1", "=1+1"],
    ["'+12", "+12"], ["'quoted", "'quoted"], ["O'Neil", "O'Neil"], ["\uD800x", "\uFFFDx"], ["", ""], ["'", "'"],
  ])("turns %j into %j", (cell, text) => {
    expect(cleanText(cell)).toBe(text);
  });
});

describe("boundedCache", () => {
  it("computes equal texts once and forgets all when full", () => {
    let made = 0;
    const cached = boundedCache(2, (text) => `${text}${(made += 1)}`);
    expect([cached("a"), cached("a"), cached("b"), cached("c"), cached("a")]).toEqual(["a1", "a1", "b2", "c3", "a4"]);
  });
});
