import { describe, expect, it } from "vitest";
import { zId } from "./ids.ts";
import { zText } from "./text.ts";

describe("zText", () => {
  it("composes and trims", () => {
    expect(zText(10).parse("  Cafe\u0301 ")).toBe("Caf\u00e9");
  });

  it.each([
    ["NUL", "a\u0000b"],
    ["a lone surrogate", "a\ud800"],
    ["a bidirectional override", "a\u202eb"],
    ["an escape character", "a\u001bb"],
    ["nothing but spaces", "   "],
    ["nothing but invisible characters", "\u200b\u2060"],
    ["more than the limit", "abcdefghijk"],
  ])("refuses %s", (_name, text) => {
    expect(zText(10).safeParse(text).success).toBe(false);
  });

  it("keeps tab and newline", () => {
    expect(zText(10).parse("a\tb\nc")).toBe("a\tb\nc");
  });
});

describe("zId", () => {
  it("folds case and carries its entity", () => {
    const schema = zId("claim");
    expect(schema.parse("0198F3B0-0000-7000-8000-00000000000A")).toBe("0198f3b0-0000-7000-8000-00000000000a");
    expect(schema.meta()).toMatchObject({ entity: "claim" });
    expect(schema.safeParse("0198f3b0").success).toBe(false);
  });
});
