import { dayOf } from "@upstream/core";
import { describe, expect, it } from "vitest";
import { checkCells, testEnv } from "./check-cells.ts";
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

  it("counts three years by the calendar, with and without a leap day among them", () => {
    const at = (today: string) => ({ ...testEnv, today: dayOf(today) });
    const check = (today: string, submitted_date: string) => checkCells("DATE_TOO_OLD", { submitted_date }, {}, at(today)).length;
    expect([check("2027-12-01", "2024-12-01"), check("2027-12-01", "2024-11-30")]).toEqual([0, 1]);
    expect([check("2028-02-29", "2025-02-28"), check("2028-02-29", "2025-02-27")]).toEqual([0, 1]);
  });
});
