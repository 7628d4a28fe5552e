import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("FMT_DENIAL_CODE", () => {
  it.each<Cells>([
    { denial_reason_code: "CO-45" },
    { denial_reason_code: "CO45" },
    { denial_reason_code: "45" },
    { denial_reason_code: "PI-B7" },
    { denial_reason_code: "co 197; PR-1" },
    { denial_reason_code: "" },
    { remark_codes: "N130 MA01" },
  ])("has no objection to %j", (cells) => {
    expect(checkCells("FMT_DENIAL_CODE", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([
    [{ denial_reason_code: "XX-45" }, ["denial_reason_code default warning"]],
    [{ denial_reason_code: "CO-45;nonsense" }, ["denial_reason_code default warning"]],
    [{ denial_reason_code: "CO-0" }, ["denial_reason_code default warning"]],
    [{ remark_codes: "see the note" }, ["remark_codes remark warning"]],
    [{ remark_codes: "x".repeat(513) }, ["remark_codes remark warning"]],
    [{ denial_reason_code: "?", remark_codes: "?" }, ["denial_reason_code default warning", "remark_codes remark warning"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("FMT_DENIAL_CODE", cells)).toEqual(expected);
  });
});
