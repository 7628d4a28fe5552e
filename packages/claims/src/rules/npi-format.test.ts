import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import type { Cells } from "./check-cells.ts";

describe("FMT_NPI", () => {
  it.each<Cells>([{ provider_npi: "1234567893" }, { provider_npi: "" }])("has no objection to %j", (cells) => {
    expect(checkCells("FMT_NPI", cells)).toEqual([]);
  });

  it.each<[Cells, string[]]>([
    [{ provider_npi: "1234567890" }, ["provider_npi default warning"]],
    [{ provider_npi: "123456789" }, ["provider_npi default warning"]],
    [{ provider_npi: "12345678AB" }, ["provider_npi default warning"]],
  ])("objects to %j", (cells, expected) => {
    expect(checkCells("FMT_NPI", cells)).toEqual(expected);
  });
});
