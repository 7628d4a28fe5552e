import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("BIZ_DENIED_ZERO_PAID", () => {
  it.each<Cells>([{ outcome: "denied", paid_amount: "0.00" }, { outcome: "denied" }, { outcome: "paid", paid_amount: "5" }])(
    "has no objection to %j",
    (cells) => {
      expect(checkCells("BIZ_DENIED_ZERO_PAID", cells)).toEqual([]);
    },
  );

  it.each<[Cells, string[]]>([[{ outcome: "denied", paid_amount: "0.01" }, ["paid_amount default warning"]]])(
    "objects to %j",
    (cells, expected) => {
      expect(checkCells("BIZ_DENIED_ZERO_PAID", cells)).toEqual(expected);
    },
  );
});
