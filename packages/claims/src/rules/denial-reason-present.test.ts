import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("BIZ_DENIAL_REASON", () => {
  it.each<Cells>([
    { outcome: "denied", denial_reason_code: "CO-197" },
    { outcome: "paid" },
    { outcome: "denied", denial_reason_code: "?" },
  ])("has no objection to %j", (cells) => {
    expect(checkCells("BIZ_DENIAL_REASON", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([
    [{ outcome: "denied" }, ["denial_reason_code default warning"]],
    [{ outcome: "rejected", denial_reason_code: "" }, ["denial_reason_code default warning"]],
    [{ outcome: "denied", denial_reason_code: " ; " }, ["denial_reason_code default warning"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("BIZ_DENIAL_REASON", cells)).toEqual(expected);
  });
});
