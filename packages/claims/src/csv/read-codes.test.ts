import { describe, expect, it } from "vitest";
import {
  isPlaceholder,
  isSharedId,
  readDenialCodes,
  readLineNumber,
  readModifiers,
  readPlaceOfService,
  readProcedure,
  readRemarks,
  readUnits,
  readYesNo,
} from "./read-codes.ts";

describe("code cells", () => {
  it.each([
    ["99213", "99213", ""],
    ["99213-25", "99213", "25"],
    ["99213 25 59", "99213", "25;59"],
    ["j1100-jw", "J1100", "JW"],
    ["99213-", "99213-", ""],
    ["99213-255", "99213-255", ""],
  ])("parts %s into code and modifiers", (text, code, modifiers) => {
    expect(readProcedure(text)).toEqual({ code, modifiers });
  });

  it.each([
    ["CO-45", "CO-45", "CO-45"],
    ["CO45", "CO-45", "CO-45"],
    ["co 045", "CO-45", "CO-45"],
    ["45", "45", "45"],
    ["PI-B7", "PI-B7", "PI-B7"],
    ["b07", "B7", "B7"],
    ["CO-45;CO-197", "CO-45;CO-197", "CO-197"],
    ["CR-1;PR-2", "CR-1;PR-2", "PR-2"],
    ["CO-45; CO45", "CO-45", "CO-45"],
    ["", "", ""],
  ])("reads denial codes %s", (text, codes, primary) => {
    expect(readDenialCodes(text)).toEqual({ codes, primary, malformed: false });
  });

  it("leaves out what is no denial code and says so", () => {
    expect(readDenialCodes("SMITH, JOHN; CO-197")).toEqual({ codes: "CO-197", primary: "CO-197", malformed: true });
  });

  it("reads units, yes and no, places and line numbers", () => {
    expect(["1", "0001", "9999", "2.0", "0", "10000", "1.5", "-1", "x"].map(readUnits)).toEqual([
      1,
      1,
      9999,
      2,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(["Yes", "n", "TRUE", "0", "maybe"].map(readYesNo)).toEqual([true, false, true, false, undefined]);
    expect(readPlaceOfService("2")).toEqual({ code: "02", repaired: true });
    expect(["01", "1", "1.0", "a"].map(readLineNumber)).toEqual(["1", "1", "1", "A"]);
  });

  it("keeps remark codes and leaves out free text, which may speak of a person", () => {
    expect(readRemarks("n130; MA01 M2")).toEqual({ codes: "N130;MA01;M2", malformed: false });
    expect(readRemarks("N130; Smith, John 123-45-6789")).toEqual({ codes: "N130", malformed: true });
    expect(readRemarks("")).toEqual({ codes: "", malformed: false });
  });

  it("makes no code longer than it was written", () => {
    expect([readModifiers("ß"), readLineNumber("ß"), readProcedure("ß").code]).toEqual(["ß", "ß", "ß"]);
  });

  it("knows ids that many claims would share, since a spreadsheet destroyed them or nobody knew them", () => {
    expect(["1.67683E+15", "1E+10", "#N/A", "########", "#REF!", "2,5E+14"].every(isSharedId)).toBe(true);
    expect(["N/A", "na", "Null", "none", "-", "--", "0", "000", "TBD", "unknown"].every(isSharedId)).toBe(true);
    expect(["12E4X", "E+15", "1676830", "CLM#1", "A-1E+5", "NA-17", "0-1"].some(isSharedId)).toBe(false);
    expect(["Unknown", "NA", "0", "Aetna"].some(isPlaceholder)).toBe(false);
  });
});
