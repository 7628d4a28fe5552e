import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("REF_OUTCOME", () => {
  it.each<Cells>([
    { outcome: "APPROVED" },
    { outcome: "In Process" },
    { outcome: "in_process" },
    { outcome: "take-back" },
    { outcome: "Declined" },
  ])("has no objection to %j", (cells) => {
    expect(checkCells("REF_OUTCOME", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([[{ outcome: "appealed" }, ["outcome default warning"]]])("objects to %j", (cells, expected) => {
    expect(checkCells("REF_OUTCOME", cells)).toEqual(expected);
  });
});
