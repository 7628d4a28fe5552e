import { describe, expect, it } from "vitest";
import { dailySlot, weeklySlot } from "./scan-slots.ts";

const at = (iso: string): Date => new Date(iso);

describe("the slots of scheduled scans", () => {
  it("opens the day at six in the customer's own zone", () => {
    expect(dailySlot("America/New_York", at("2026-03-02T10:59:00Z"))).toBeUndefined();
    expect(dailySlot("America/New_York", at("2026-03-02T11:00:00Z"))).toBe("2026-03-02");
    expect(dailySlot("America/Los_Angeles", at("2026-03-02T11:00:00Z"))).toBeUndefined();
  });

  it("keeps the local hour when the clocks change", () => {
    expect(dailySlot("America/New_York", at("2026-03-09T09:59:00Z"))).toBeUndefined();
    expect(dailySlot("America/New_York", at("2026-03-09T10:00:00Z"))).toBe("2026-03-09");
  });

  it("opens the week on Monday at six and keeps it open for a system that was down", () => {
    expect(weeklySlot("America/New_York", at("2026-03-02T10:00:00Z"))).toBeUndefined();
    expect(weeklySlot("America/New_York", at("2026-03-02T11:00:00Z"))).toBe("2026-03-02");
    expect(weeklySlot("America/New_York", at("2026-03-08T12:00:00Z"))).toBe("2026-03-02");
  });
});
