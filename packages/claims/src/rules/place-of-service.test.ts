import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("FMT_POS", () => {
  it.each<Cells>([{ place_of_service: "11" }, { place_of_service: "02" }, { place_of_service: "" }])("has no objection to %j", (cells) => {
    expect(checkCells("FMT_POS", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([
    [{ place_of_service: "2" }, ["place_of_service repaired warning"]],
    [{ place_of_service: "office" }, ["place_of_service default warning"]],
    [{ place_of_service: "111" }, ["place_of_service default warning"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("FMT_POS", cells)).toEqual(expected);
  });
});
