import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("DATE_DECISION_LAG", () => {
  it.each<Cells>([{ submitted_date: "2025-03-02", decided_date: "2026-03-02" }])("has no objection to %j", (cells) => {
    expect(checkCells("DATE_DECISION_LAG", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([[{ submitted_date: "2025-03-02", decided_date: "2026-03-03" }, ["decided_date default warning"]]])(
    "objects to %j",
    (cells, expected) => {
      expect(checkCells("DATE_DECISION_LAG", cells)).toEqual(expected);
    },
  );
});
