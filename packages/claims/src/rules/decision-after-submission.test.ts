import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("DATE_DECISION_AFTER_SUBMISSION", () => {
  it.each<Cells>([
    { submitted_date: "2026-03-02", decided_date: "2026-03-02" },
    { decided_date: "", outcome: "pending" },
  ])("has no objection to %j", (cells) => {
    expect(checkCells("DATE_DECISION_AFTER_SUBMISSION", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([[{ submitted_date: "2026-03-02", decided_date: "2026-03-01" }, ["decided_date default error"]]])(
    "objects to %j",
    (cells, expected) => {
      expect(checkCells("DATE_DECISION_AFTER_SUBMISSION", cells)).toEqual(expected);
    },
  );
});
