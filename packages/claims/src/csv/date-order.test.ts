import { describe, expect, it } from "vitest";
import { DateOrderEvidence } from "./date-order.ts";
import { FileRefusal } from "./file-refusal.ts";
import { dateReader } from "./read-date.ts";

function evidenceOf(values: string[], column: "submitted_date" | "service_date" = "submitted_date", dayFirst = false) {
  const evidence = new DateOrderEvidence();
  const read = dateReader(dayFirst);
  values.forEach((value, at) => {
    const reading = read(value);
    if (reading.order !== "any") evidence.add(column, reading, at + 2, value);
  });
  return evidence;
}

const refusalOf = (evidence: DateOrderEvidence, dayFirst = false) => {
  try {
    evidence.assertOrder(dayFirst);
  } catch (error) {
    return error instanceof FileRefusal ? { code: error.code, ...error.detail } : error;
  }
  return undefined;
};

describe("date order", () => {
  it("stops a column with more day-first than month-first values, with examples", () => {
    expect(refusalOf(evidenceOf(["13/02/2026", "01/02/2026", "25/12/2025", "02/13/2026"]))).toEqual({
      code: "DATE_ORDER",
      column: "submitted_date",
      examples: [
        { row: 2, value: "13/02/2026" },
        { row: 4, value: "25/12/2025" },
      ],
    });
  });

  it("shows rows but no value of a service date", () => {
    expect(refusalOf(evidenceOf(["13/02/2026"], "service_date"))).toMatchObject({ examples: [{ row: 2, value: "" }] });
  });

  it("lets a column pass whose evidence is even or month first", () => {
    expect(refusalOf(evidenceOf(["13/02/2026", "02/13/2026"]))).toBeUndefined();
    expect(refusalOf(evidenceOf(["02/13/2026", "2026-01-01"]))).toBeUndefined();
  });

  it("asks the same of a mapping that says day first", () => {
    expect(refusalOf(evidenceOf(["02/13/2026"], "submitted_date", true), true)).toMatchObject({ code: "DATE_ORDER" });
    expect(refusalOf(evidenceOf(["13/02/2026"], "submitted_date", true), true)).toBeUndefined();
  });
});
