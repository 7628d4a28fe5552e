import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("RNG_ALLOWED_AMT", () => {
  it.each<Cells>([
    { allowed_amount: "0" },
    { allowed_amount: "1000000" },
    { allowed_amount: "" },
    { allowed_amount: "-12.00", outcome: "reversed" },
  ])("has no objection to %j", (cells) => {
    expect(checkCells("RNG_ALLOWED_AMT", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([
    [{ allowed_amount: "-0.01" }, ["allowed_amount negative error"]],
    [{ allowed_amount: "(12.00)", outcome: "denied" }, ["allowed_amount negative error"]],
    [{ allowed_amount: "1000000.01" }, ["allowed_amount unusual warning"]],
    [{ allowed_amount: "-2000000", outcome: "reversed" }, ["allowed_amount unusual warning"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("RNG_ALLOWED_AMT", cells)).toEqual(expected);
  });
});
