import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("BIZ_AUTH_NUMBER", () => {
  it.each<Cells>([
    { authorization_obtained: "yes", authorization_number: "A1" },
    { authorization_obtained: "no" },
    { authorization_obtained: "" },
  ])("has no objection to %j", (cells) => {
    expect(checkCells("BIZ_AUTH_NUMBER", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([
    [{ authorization_obtained: "TRUE" }, ["authorization_number default warning"]],
    [{ authorization_required: "perhaps" }, ["authorization_required unreadable warning"]],
    [{ authorization_obtained: "perhaps" }, ["authorization_obtained unreadable warning"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("BIZ_AUTH_NUMBER", cells)).toEqual(expected);
  });
});
