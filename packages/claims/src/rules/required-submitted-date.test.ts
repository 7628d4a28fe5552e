import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("REQ_SUBMITTED_DATE", () => {
  it.each<Cells>([{ submitted_date: "2026-03-02" }, { submitted_date: "unreadable is FMT_DATE's business" }])(
    "has no objection to %j",
    (cells) => {
      expect(checkCells("REQ_SUBMITTED_DATE", cells)).toEqual([]);
    },
  );

  it.each<[Cells, string[]]>([
    [{ submitted_date: "" }, ["submitted_date default error"]],
    [{ submitted_date: " " }, ["submitted_date default error"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("REQ_SUBMITTED_DATE", cells)).toEqual(expected);
  });
});
