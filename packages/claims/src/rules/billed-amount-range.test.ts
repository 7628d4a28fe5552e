import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("RNG_BILLED_AMT", () => {
  it.each<Cells>([
    { billed_amount: "0" },
    { billed_amount: "1000000" },
    { billed_amount: "" },
    { billed_amount: "-12.00", outcome: "reversed" },
  ])("has no objection to %j", (cells) => {
    expect(checkCells("RNG_BILLED_AMT", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([
    [{ billed_amount: "-0.01" }, ["billed_amount negative error"]],
    [{ billed_amount: "(12.00)", outcome: "denied" }, ["billed_amount negative error"]],
    [{ billed_amount: "1000000.01" }, ["billed_amount unusual warning"]],
    [{ billed_amount: "-2000000", outcome: "reversed" }, ["billed_amount unusual warning"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("RNG_BILLED_AMT", cells)).toEqual(expected);
  });
});
