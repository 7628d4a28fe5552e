import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("DATE_SUBMITTED_NOT_FUTURE", () => {
  it.each<Cells>([{ submitted_date: "2026-06-01" }])("has no objection to %j", (cells) => {
    expect(checkCells("DATE_SUBMITTED_NOT_FUTURE", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([[{ submitted_date: "2026-06-02" }, ["submitted_date default error"]]])("objects to %j", (cells, expected) => {
    expect(checkCells("DATE_SUBMITTED_NOT_FUTURE", cells)).toEqual(expected);
  });
});
