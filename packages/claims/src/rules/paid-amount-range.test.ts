import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("RNG_PAID_AMT", () => {
  it.each<Cells>([{ paid_amount: "0" }, { paid_amount: "1000000" }, { paid_amount: "" }, { paid_amount: "-12.00", outcome: "reversed" }])(
    "has no objection to %j",
    (cells) => {
      expect(checkCells("RNG_PAID_AMT", cells)).toEqual([]);
    },
  );

  it.each<[Cells, string[]]>([
    [{ paid_amount: "-0.01" }, ["paid_amount negative error"]],
    [{ paid_amount: "(12.00)", outcome: "denied" }, ["paid_amount negative error"]],
    [{ paid_amount: "1000000.01" }, ["paid_amount unusual warning"]],
    [{ paid_amount: "-2000000", outcome: "reversed" }, ["paid_amount unusual warning"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("RNG_PAID_AMT", cells)).toEqual(expected);
  });
});
