import { describe, expect, it } from "vitest";
import { columnAt, columnIds, columnSpecs } from "./columns.ts";
import { detectColumns, normaliseHeader } from "./detect-columns.ts";
import { FileRefusal } from "./file-refusal.ts";

const refusal = (headers: string[], mapping = {}) => {
  try {
    detectColumns(headers, mapping);
  } catch (error) {
    if (error instanceof FileRefusal) return { code: error.code, ...error.detail };
  }
  return undefined;
};
const byPlace = (a: string, b: string) => columnIds.indexOf(a as never) - columnIds.indexOf(b as never);
const base = ["payer", "cpt", "submitted_date", "outcome", "decided_date"];

describe("detectColumns", () => {
  it("matches without case, spaces and punctuation, by name and by synonym", () => {
    const found = detectColumns(["Insurance", "PROC. CODE", "Date Submitted", "Claim Status", "Decided-Date", "Paid Amt", "Patient ID"]);
    expect(found.cellOf[columnAt.payer]).toBe(0);
    expect(found.cellOf[columnAt.cpt]).toBe(1);
    expect(found.cellOf[columnAt.paid_amount]).toBe(5);
    expect(found.cellOf[columnAt.patient_ref]).toBe(6);
    expect(found.cellOf[columnAt.units]).toBe(-1);
    expect(found.ignored).toEqual([]);
  });

  it("names the columns that it ignores, a weaker name beside the exact one among them", () => {
    expect(detectColumns([...base, "insurance", "Favourite Colour", ""]).ignored).toEqual(["insurance", "Favourite Colour"]);
  });

  it("refuses a missing column with what was found and the nearest guess", () => {
    expect(refusal(["Payor", "Proc", "Sent Date", "Stat", "Adj Date"])).toMatchObject({
      code: "missing_columns",
      found: ["Payor", "Proc", "Sent Date", "Stat", "Adj Date"],
      missing: ["decided_date"],
      guesses: [{ column: "decided_date", header: "Adj Date" }],
    });
  });

  it("takes a record that names no columns for no header, and shows nothing of it that may speak of a person", () => {
    const first = [
      "SMITH, JOHN",
      "99213",
      "2026-03-02",
      "paid",
      "2026-03-20",
      "123-45-6789",
      "Mary-Jane O'Neil",
      "jane@example.org",
      "MRN 0012",
    ];
    expect(refusal(first)).toEqual({ code: "no_header", found: ["paid"], missing: base.toSorted(byPlace), guesses: [] });
    expect(refusal(first, { payer: "Insurance" })).toMatchObject({ code: "mapping_unknown_header", found: ["paid"] });
    expect(refusal(["Claims report March 2026"])).toMatchObject({ code: "no_header", found: [] });
    expect(refusal(["Kasse", "Leistung", "Datum"])).toMatchObject({ code: "no_header", found: ["Kasse", "Leistung", "Datum"] });
    expect(refusal(["paid", "Clinic", "SMITH, JOHN", ""])).toMatchObject({ code: "missing_columns", found: ["paid", "Clinic"] });
  });

  it("cuts long names between characters", () => {
    const found = detectColumns([...base, `${"x".repeat(99)}😀 y`, "漢".repeat(300)]);
    expect(found.ignored).toEqual(["x".repeat(99), "漢".repeat(100)]);
  });

  it("refuses a header that two cells claim", () => {
    expect(refusal([...base, "payer"])).toMatchObject({ code: "duplicate_columns", duplicates: ["payer"] });
    expect(refusal([...base, "billed", "charges"])).toMatchObject({ code: "duplicate_columns", duplicates: ["billed_amount"] });
  });

  it("lets a saved mapping decide, and refuses it when its header is not there", () => {
    const mapping = { decided_date: "Adj Date", payer: "Plan Sponsor" };
    const found = detectColumns(["Plan sponsor", "payer", "cpt", "submitted", "status", "ADJ DATE"], mapping);
    expect(found.cellOf[columnAt.payer]).toBe(0);
    expect(found.cellOf[columnAt.decided_date]).toBe(5);
    expect(found.ignored).toEqual(["payer"]);
    expect(refusal(base, mapping)).toMatchObject({ code: "mapping_unknown_header" });
  });

  it("has no synonym that two columns claim", () => {
    const seen = new Map<string, string>();
    for (const id of columnIds) {
      const names = [normaliseHeader(id), ...columnSpecs[id].synonyms];
      for (const name of names) {
        expect(seen.get(name) ?? id, name).toBe(id);
        expect(normaliseHeader(name)).toBe(name);
        seen.set(name, id);
      }
    }
  });
});
