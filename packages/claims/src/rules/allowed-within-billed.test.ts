import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("BIZ_ALLOWED_LE_BILLED", () => {
  it.each<Cells>([{ allowed_amount: "80", billed_amount: "80" }])("has no objection to %j", (cells) => {
    expect(checkCells("BIZ_ALLOWED_LE_BILLED", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([[{ allowed_amount: "80.01", billed_amount: "80" }, ["allowed_amount default warning"]]])(
    "objects to %j",
    (cells, expected) => {
      expect(checkCells("BIZ_ALLOWED_LE_BILLED", cells)).toEqual(expected);
    },
  );
});
