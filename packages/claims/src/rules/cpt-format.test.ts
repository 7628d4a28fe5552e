import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("FMT_CPT", () => {
  it.each<Cells>([
    { cpt: "99213" },
    { cpt: "J1100" },
    { cpt: "0042T" },
    { cpt: "3044F" },
    { cpt: "0001U" },
    { cpt: "0002M" },
    { cpt: "0001A" },
    { cpt: "99213-25" },
    { cpt: "99213 25 59" },
    { cpt: "g0101" },
  ])("has no objection to %j", (cells) => {
    expect(checkCells("FMT_CPT", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([
    [{ cpt: "9921" }, ["cpt default warning"]],
    [{ cpt: "W1234" }, ["cpt default warning"]],
    [{ cpt: "992130" }, ["cpt default warning"]],
    [{ cpt: "0042Z" }, ["cpt default warning"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("FMT_CPT", cells)).toEqual(expected);
  });
});
