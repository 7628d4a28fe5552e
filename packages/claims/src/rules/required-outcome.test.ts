import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("REQ_OUTCOME", () => {
  it.each<Cells>([{ outcome: "Paid" }, { outcome: "whatever" }])("has no objection to %j", (cells) => {
    expect(checkCells("REQ_OUTCOME", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([
    [{ outcome: "" }, ["outcome default error"]],
    [{ outcome: "  " }, ["outcome default error"]],
    [{ outcome: "x".repeat(65) }, ["outcome too_long error"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("REQ_OUTCOME", cells)).toEqual(expected);
  });
});
