import { isoOf } from "@upstream/core";
import { describe, expect, it } from "vitest";
import { dateReader } from "./read-date.ts";

const monthFirst = dateReader(false);
const iso = (text: string, reader = monthFirst) => {
  const { day } = reader(text);
  return day === null ? null : isoOf(day);
};

describe("dateReader", () => {
  it.each([
    ["2026-03-02", "2026-03-02"],
    ["2026-3-2", "2026-03-02"],
    ["3/2/2026", "2026-03-02"],
    ["03/02/2026", "2026-03-02"],
    ["3/2/26", "2026-03-02"],
    ["2026/03/02", "2026-03-02"],
    ["20260302", "2026-03-02"],
    ["02-MAR-2026", "2026-03-02"],
    ["2-Mar-2026", "2026-03-02"],
    ["02 MAR 26", "2026-03-02"],
    ["30-May-2015", "2015-05-30"],
    ["2 march 2026", "2026-03-02"],
    ["46083", "2026-03-02"],
    ["46083.75", "2026-03-02"],
    ["2026-03-02T10:20:30Z", "2026-03-02"],
    ["2026-03-02 00:00:00.000", "2026-03-02"],
    ["3/2/2026 10:22 AM", "2026-03-02"],
    ["2026-03-02T23:59:59-05:00", "2026-03-02"],
    ["2024-02-29", "2024-02-29"],
    ["12/31/99", "2099-12-31"],
    ["20260302 0830", null],
    ["2026-02-29", null],
    ["13/02/2026", null],
    ["00/01/2026", null],
    ["2026-00-01", null],
    ["2026-13-01", null],
    ["29999", null],
    ["60001", null],
    ["3-2-2026", null],
    ["2.3.2026", null],
    ["2026-03/02", null],
    ["20261332", null],
    ["soon", null],
    ["1899-12-31", null],
    ["2026-03-02x", null],
    ["12 FOO 26", null],
  ])("reads %s as %s", (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it("reads slash dates day first when the mapping says so", () => {
    const dayFirst = dateReader(true);
    expect(iso("13/02/2026", dayFirst)).toBe("2026-02-13");
    expect(iso("03/02/2026", dayFirst)).toBe("2026-02-03");
    expect(iso("02/13/2026", dayFirst)).toBeNull();
    expect(iso("2026-03-02", dayFirst)).toBe("2026-03-02");
  });

  it("tells serials and the only possible order", () => {
    expect(monthFirst("46083").serial).toBe(true);
    expect(monthFirst("13/02/2026").order).toBe("day-first");
    expect(monthFirst("02/13/2026").order).toBe("month-first");
    expect(monthFirst("02/03/2026").order).toBe("any");
  });
});
