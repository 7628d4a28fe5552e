import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("FMT_AMOUNT", () => {
  it.each<Cells>([{ paid_amount: "$1,234.56" }, { units: "9999" }, { units: "1.0" }])("has no objection to %j", (cells) => {
    expect(checkCells("FMT_AMOUNT", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([
    [{ paid_amount: "12.345" }, ["paid_amount default error"]],
    [{ billed_amount: "-0", allowed_amount: "1e3" }, ["billed_amount default error", "allowed_amount default error"]],
    [{ units: "1.5" }, ["units units warning"]],
    [{ units: "10000" }, ["units units warning"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("FMT_AMOUNT", cells)).toEqual(expected);
  });
});
