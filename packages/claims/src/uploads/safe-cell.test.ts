import { describe, expect, it } from "vitest";
import { cleanText } from "../csv/clean-text.ts";
import { safeCell } from "./safe-cell.ts";

describe("safeCell", () => {
  it.each(["=1+1", "+1", "-12.00", "@x", "\t=1", "|cmd", "%x", "＝1", "\u200B=1", " =1"])("guards %j and reads it back", (text) => {
    const cell = safeCell(text);
    expect(cell.startsWith(`"'`)).toBe(true);
    expect(cleanText(cell.slice(1, -1))).toBe(cleanText(text));
  });

  it("quotes everything and doubles quotes", () => {
    expect([safeCell("Aetna"), safeCell(""), safeCell('a "b"')]).toEqual(['"Aetna"', '""', '"a ""b"""']);
  });
});
