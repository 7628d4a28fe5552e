import { describe, expect, it } from "vitest";
import { addDays, dayOf, hourIn, isTimeZone, isoOf, todayIn, weekdayOf } from "./calendar.ts";

describe("calendar", () => {
  it("counts days from 1970-01-01", () => {
    expect(dayOf("1970-01-01")).toBe(0);
    expect(isoOf(dayOf("2028-02-29"))).toBe("2028-02-29");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });

  it("starts the week on Monday, before the epoch too", () => {
    expect(weekdayOf(dayOf("2026-11-23"))).toBe(0);
    expect(weekdayOf(dayOf("1969-12-28"))).toBe(6);
  });

  it("lets the time zone decide which day it is", () => {
    const instant = new Date("2026-11-25T03:30:00Z");
    expect(todayIn("America/Los_Angeles", instant)).toBe("2026-11-24");
    expect(todayIn("Pacific/Auckland", instant)).toBe("2026-11-25");
    expect(hourIn("America/New_York", instant)).toBe(22);
  });

  it("knows which names are time zones", () => {
    expect(isTimeZone("America/Chicago")).toBe(true);
    expect(isTimeZone("Mars/Olympus")).toBe(false);
    for (const offset of ["+02:00", "-0500", "+02"]) expect(isTimeZone(offset)).toBe(false);
  });
});
