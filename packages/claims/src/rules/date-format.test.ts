import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("FMT_DATE", () => {
  it.each<Cells>([{ submitted_date: "3/2/2026" }, { service_date: "" }])("has no objection to %j", (cells) => {
    expect(checkCells("FMT_DATE", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([
    [{ submitted_date: "2026-02-30" }, ["submitted_date default error"]],
    [{ payment_date: "soon", service_date: "13/13/2026" }, ["payment_date default error", "service_date default error"]],
    [{ submitted_date: "46000" }, ["submitted_date serial warning"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("FMT_DATE", cells)).toEqual(expected);
  });
});
