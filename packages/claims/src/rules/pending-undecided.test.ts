import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("BIZ_PENDING_NO_DECISION", () => {
  it.each<Cells>([{ outcome: "open", decided_date: "" }, { outcome: "paid" }])("has no objection to %j", (cells) => {
    expect(checkCells("BIZ_PENDING_NO_DECISION", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([[{ outcome: "submitted" }, ["decided_date default warning"]]])("objects to %j", (cells, expected) => {
    expect(checkCells("BIZ_PENDING_NO_DECISION", cells)).toEqual(expected);
  });
});
