import { describe, expect, it } from "vitest";
import { readCells } from "../rules/check-cells.ts";
import { isBlank, overlongColumn, recordFault } from "./structural-faults.ts";

describe("structural faults", () => {
  it("finds filled cells beyond the header and enormous cells, but not empty ones", () => {
    expect(recordFault(["a", "b", "c"], 2)).toBe("CSV_COLUMNS");
    expect(recordFault(["a", "b", "", " "], 2, 2)).toBeUndefined();
    expect(recordFault(["a", "b", ""], 2)).toBe("CSV_COLUMNS");
    expect(recordFault(["a"], 2)).toBeUndefined();
    expect(recordFault(["x".repeat(8193)], 2)).toBe("CSV_CELL");
    expect(recordFault(["a\nb,c\nd", "e"], 4)).toBe("CSV_QUOTES");
    expect(recordFault(["a\nb", "e"], 2)).toBeUndefined();
    expect(recordFault(["a\nb", "e", ""], 2, 1)).toBeUndefined();
  });

  it("finds a quote that swallowed whole records, though the count of cells is right", () => {
    const swallowed = "x\nAetna,99213,2026-03-02,2026-03-20,paid";
    expect(recordFault(["Aetna", "99213", "2026-03-02", "2026-03-20", swallowed], 5)).toBe("CSV_QUOTES");
    expect(recordFault(["Aetna", "99213", "2026-03-02", "2026-03-20", "denied, see\nthe letter, page 2, and call"], 5)).toBeUndefined();
  });

  it("finds a quote that is closed in the middle of another cell, where cells are missing", () => {
    expect(recordFault(['"99213,"2026-03-02', "paid"], 3)).toBe("CSV_QUOTES");
    expect(recordFault(['"urgent" visit', "paid"], 3)).toBeUndefined();
  });

  it("names the column whose text is too long where no rule does", () => {
    expect(overlongColumn(readCells({ facility: "x".repeat(256) }))).toBe("facility");
    expect(overlongColumn(readCells({ claim_id: "x".repeat(65) }))).toBeUndefined();
  });

  it("does not count blank records as rows", () => {
    expect(isBlank(["", "  ", "\t"])).toBe(true);
    expect(isBlank(["\u001A"])).toBe(true);
    expect(isBlank(["\u200B", "\uFEFF"])).toBe(true);
    expect(isBlank(["", "x"])).toBe(false);
  });
});
