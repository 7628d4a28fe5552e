import { describe, expect, it } from "vitest";
import { dayInZone, formatAge, formatDay, formatDayRange, formatMoment, formatNearDay, formatWeekday, speakAge } from "./format-date.ts";
import { formatEstimate, formatEstimateRange, formatExactCents, readDollars, roundEstimate } from "./format-money.ts";
import {
  countWord,
  countWordFirst,
  formatBytes,
  formatCount,
  formatDecimal,
  formatRate,
  formatShare,
  formatSigned,
} from "./format-number.ts";

describe("numbers", () => {
  it("shows a rate with one decimal and a share without", () => {
    expect(formatRate(0.1856)).toBe("18.6%");
    expect(formatShare(0.488)).toBe("49%");
  });

  it("signs differences with U+2212 and never shows minus zero", () => {
    expect(formatSigned(11.53)).toBe("+11.5");
    expect(formatSigned(-5.2)).toBe("\u22125.2");
    expect(formatSigned(-0.04)).toBe("0.0");
    expect(formatDecimal(-0.01)).toBe("0.0");
  });

  it("keeps counts exact and writes small ones as words", () => {
    expect(formatCount(9612)).toBe("9,612");
    expect(formatCount(-1200)).toBe("\u22121,200");
    expect(countWord(2)).toBe("two");
    expect(countWord(12)).toBe("12");
    expect(countWordFirst(6)).toBe("Six");
  });

  it("shows bytes in the unit people use", () => {
    expect(formatBytes(812)).toBe("812 B");
    expect(formatBytes(14_230_000)).toBe("14.2 MB");
  });
});

describe("money", () => {
  it("shows list amounts to the cent", () => {
    expect(formatExactCents(124_000)).toBe("$1,240.00");
    expect(formatExactCents(-12_844)).toBe("\u2212$128.44");
  });

  it("rounds estimates to 10, 100 or 1,000 dollars by their size", () => {
    expect(roundEstimate(99_449)).toBe(99_000);
    expect(formatEstimate(1_551_234)).toBe("$15,500");
    expect(formatEstimate(12_345_678)).toBe("$123,000");
    expect(formatEstimateRange(977_000, 2_141_000)).toBe("$9,800 to $21,400");
  });

  it("reads what a person types as dollars and refuses the rest", () => {
    expect(readDollars("$4,120")).toBe(412_000);
    expect(readDollars("4120.5")).toBe(412_050);
    expect(readDollars("4.120,50")).toBeUndefined();
    expect(readDollars("soon")).toBeUndefined();
  });
});

describe("dates", () => {
  it("names the year only when it is another one", () => {
    expect(formatDay("2026-05-19", "2026-05-21")).toBe("May 19");
    expect(formatDay("2025-05-19", "2026-05-21")).toBe("May 19, 2025");
    expect(formatDayRange("2026-04-22", "2026-05-19")).toBe("Apr 22 – May 19");
    expect(formatWeekday("2026-05-19")).toBe("Tuesday, May 19");
  });

  it("says today and yesterday in the zone of the customer, not of the machine", () => {
    expect(dayInZone("2026-05-21T03:30:00Z", "America/Chicago")).toBe("2026-05-20");
    expect(formatMoment("2026-05-20T23:02:00Z", "America/Chicago", "2026-05-21T14:00:00Z")).toBe("yesterday, 6:02 PM");
    expect(formatMoment("2026-05-21T10:41:00Z", "America/Chicago", "2026-05-21T14:00:00Z")).toBe("today, 5:41 AM");
    expect(formatNearDay("2026-05-22T10:41:00Z", "America/Chicago", "2026-05-21T14:00:00Z")).toBe("tomorrow");
    expect(formatMoment("2026-05-06T11:03:00Z", "America/Chicago", "2026-05-21T14:00:00Z")).toBe("May 6, 6:03 AM");
  });

  it("shows age in minutes, hours below two days, then days", () => {
    expect(formatAge("2026-05-21T13:56:00Z", "2026-05-21T14:00:00Z")).toBe("4 min");
    expect(formatAge("2026-05-20T23:00:00Z", "2026-05-21T14:00:00Z")).toBe("15 h");
    expect(formatAge("2026-05-12T13:00:00Z", "2026-05-21T14:00:00Z")).toBe("9 d");
    expect(speakAge("2026-05-20T23:00:00Z", "2026-05-21T14:00:00Z")).toBe("15 hours");
  });
});
