import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("DATE_TOO_OLD", () => {
  it.each<Cells>([{ submitted_date: "2023-06-01" }])("has no objection to %j", (cells) => {
    expect(checkCells("DATE_TOO_OLD", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([[{ submitted_date: "2023-05-31" }, ["submitted_date default warning"]]])(
    "objects to %j",
    (cells, expected) => {
      expect(checkCells("DATE_TOO_OLD", cells)).toEqual(expected);
    },
  );
});
