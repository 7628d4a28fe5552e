import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("BIZ_PAID_LE_ALLOWED", () => {
  it.each<Cells>([{ paid_amount: "80", allowed_amount: "80" }, { paid_amount: "80" }])("has no objection to %j", (cells) => {
    expect(checkCells("BIZ_PAID_LE_ALLOWED", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([[{ paid_amount: "80.01", allowed_amount: "80" }, ["paid_amount default warning"]]])(
    "objects to %j",
    (cells, expected) => {
      expect(checkCells("BIZ_PAID_LE_ALLOWED", cells)).toEqual(expected);
    },
  );
});
