import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("FMT_ICD10", () => {
  it.each<Cells>([{ diagnosis_codes: "M54.5" }, { diagnosis_codes: "E119; Z79.4 ; S72.001A" }, { diagnosis_codes: "C7A.00" }])(
    "has no objection to %j",
    (cells) => {
      expect(checkCells("FMT_ICD10", cells)).toEqual([]);
    },
  );

  it.each<[Cells, string[]]>([
    [{ diagnosis_codes: "250.00" }, ["diagnosis_codes default warning"]],
    [{ diagnosis_codes: "M54.5;?" }, ["diagnosis_codes default warning"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("FMT_ICD10", cells)).toEqual(expected);
  });
});
