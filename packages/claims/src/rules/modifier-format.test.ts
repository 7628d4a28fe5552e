import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("FMT_MODIFIER", () => {
  it.each<Cells>([{ modifiers: "25" }, { modifiers: "RT;59" }, { cpt: "99213-25" }, { modifiers: "E1 TC" }])(
    "has no objection to %j",
    (cells) => {
      expect(checkCells("FMT_MODIFIER", cells)).toEqual([]);
    },
  );

  it.each<[Cells, string[]]>([
    [{ modifiers: "2" }, ["modifiers default warning"]],
    [{ modifiers: "25;59;RT;LT;TC" }, ["modifiers default warning"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("FMT_MODIFIER", cells)).toEqual(expected);
  });
});
