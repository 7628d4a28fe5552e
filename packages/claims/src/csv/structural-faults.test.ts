import { describe, expect, it } from "vitest";
import { readCells } from "../rules/check-cells.ts";
import { isBlank, overlongColumn, recordFault } from "./structural-faults.ts";

describe("structural faults", () => {
  it("finds filled cells beyond the header and enormous cells, but not empty ones", () => {
    expect(recordFault(["a", "b", "c"], 2)).toBe("CSV_COLUMNS");
    expect(recordFault(["a", "b", "", ""], 2)).toBeUndefined();
    expect(recordFault(["a"], 2)).toBeUndefined();
    expect(recordFault(["x".repeat(8193)], 2)).toBe("CSV_CELL");
    expect(recordFault(["a\nb,c\nd", "e"], 4)).toBe("CSV_QUOTES");
    expect(recordFault(["a\nb", "e"], 2)).toBeUndefined();
  });

  it("names the column whose text is too long where no rule does", () => {
    expect(overlongColumn(readCells({ facility: "x".repeat(256) }))).toBe("facility");
    expect(overlongColumn(readCells({ claim_id: "x".repeat(65) }))).toBeUndefined();
  });

  it("does not count blank records as rows", () => {
    expect(isBlank(["", "  ", "\t"])).toBe(true);
    expect(isBlank(["", "x"])).toBe(false);
  });
});
