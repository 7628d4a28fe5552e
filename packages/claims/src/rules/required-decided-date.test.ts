import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("REQ_DECIDED_DATE", () => {
  it.each<Cells>([{ decided_date: "2026-03-20" }, { decided_date: "", outcome: "pending" }])("has no objection to %j", (cells) => {
    expect(checkCells("REQ_DECIDED_DATE", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([
    [{ decided_date: "", outcome: "denied" }, ["decided_date default error"]],
    [{ decided_date: " ", outcome: "whatever" }, ["decided_date default error"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("REQ_DECIDED_DATE", cells)).toEqual(expected);
  });
});
