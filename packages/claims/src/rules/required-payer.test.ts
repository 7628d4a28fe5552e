import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("REQ_PAYER", () => {
  it.each<Cells>([{ payer: "Aetna" }])("has no objection to %j", (cells) => {
    expect(checkCells("REQ_PAYER", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([
    [{ payer: "" }, ["payer default error"]],
    [{ payer: " \u00A0\t " }, ["payer default error"]],
    [{ payer: "x".repeat(256) }, ["payer too_long error"]],
    [{ payer: "#N/A" }, ["payer placeholder error"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("REQ_PAYER", cells)).toEqual(expected);
  });
});
