import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("DATE_DECIDED_NOT_FUTURE", () => {
  it.each<Cells>([{ decided_date: "2026-06-01" }])("has no objection to %j", (cells) => {
    expect(checkCells("DATE_DECIDED_NOT_FUTURE", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([[{ decided_date: "2026-06-02" }, ["decided_date default error"]]])("objects to %j", (cells, expected) => {
    expect(checkCells("DATE_DECIDED_NOT_FUTURE", cells)).toEqual(expected);
  });
});
