import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("REQ_CPT", () => {
  it.each<Cells>([{ cpt: "99213" }, { cpt: "J1100" }])("has no objection to %j", (cells) => {
    expect(checkCells("REQ_CPT", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([
    [{ cpt: "  " }, ["cpt default error"]],
    [{ cpt: "9921399213992139921399213" }, ["cpt too_long error"]],
    [{ cpt: "n/a" }, ["cpt placeholder error"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("REQ_CPT", cells)).toEqual(expected);
  });
});
