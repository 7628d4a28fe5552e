import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("FMT_CLAIM_ID", () => {
  it.each<Cells>([{ claim_id: "CLM-0001" }, { claim_id: "1676830000000" }, { claim_id: "" }])("has no objection to %j", (cells) => {
    expect(checkCells("FMT_CLAIM_ID", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([
    [{ claim_id: "1.67683E+15" }, ["claim_id default warning"]],
    [{ claim_id: "#N/A" }, ["claim_id default warning"]],
    [{ claim_id: "########" }, ["claim_id default warning"]],
    [{ claim_id: "n/a" }, ["claim_id default warning"]],
    [{ claim_id: "x".repeat(65) }, ["claim_id too_long warning"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("FMT_CLAIM_ID", cells)).toEqual(expected);
  });
});
