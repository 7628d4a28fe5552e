import { describe, expect, it } from "vitest";
import { copyDate, copyFlag, copyHex, copyNumber, copyText } from "./copy-text.ts";

describe("COPY text", () => {
  it("writes absent values, escapes and plain values", () => {
    expect([copyText(""), copyText("a\\b\tc\nd\re"), copyText("Aetna")]).toEqual(["\\N", "a\\\\b\\tc\\nd\\re", "Aetna"]);
    expect([copyNumber(null), copyNumber(-5), copyFlag(null), copyFlag(true), copyFlag(false)]).toEqual(["\\N", "-5", "\\N", "t", "f"]);
    expect([copyDate(null), copyDate(0), copyHex("0aff")]).toEqual(["\\N", "1970-01-01", "\\\\x0aff"]);
  });
});
