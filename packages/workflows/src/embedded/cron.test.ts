import { describe, expect, it } from "vitest";
import { parseSchedule, slotAfter, slotBefore } from "./cron.ts";

const at = (iso: string): Date => new Date(iso);

describe("schedules", () => {
  it("read a zone in front of the expression, and UTC without one", () => {
    expect(parseSchedule("TZ=Europe/Zurich 0 6 * * 1")).toEqual({ zone: "Europe/Zurich", expression: "0 6 * * 1" });
    expect(parseSchedule("*/5 * * * *")).toEqual({ zone: "UTC", expression: "*/5 * * * *" });
  });

  it("refuse what is no expression", () => {
    expect(() => parseSchedule("61 * * * *")).toThrow();
    expect(() => parseSchedule("TZ=Nowhere/Land 0 6 * * *")).toThrow();
  });

  it("count an instant that is a slot as that slot", () => {
    const hourly = parseSchedule("0 * * * *");
    expect(slotBefore(hourly, at("2026-03-02T07:00:00.000Z"))).toEqual(at("2026-03-02T07:00:00.000Z"));
    expect(slotBefore(hourly, at("2026-03-02T07:59:59.999Z"))).toEqual(at("2026-03-02T07:00:00.000Z"));
    expect(slotAfter(hourly, at("2026-03-02T07:00:00.000Z"))).toEqual(at("2026-03-02T08:00:00.000Z"));
  });

  it("run an hour that daylight saving time repeats once, and one that it skips an hour later", () => {
    const early = parseSchedule("TZ=America/New_York 30 1 * * *");
    expect(slotAfter(early, at("2026-11-01T04:00:00Z"))).toEqual(at("2026-11-01T05:30:00.000Z"));
    expect(slotAfter(early, at("2026-11-01T05:30:00Z"))).toEqual(at("2026-11-02T06:30:00.000Z"));
    const skipped = parseSchedule("TZ=America/New_York 30 2 * * *");
    expect(slotAfter(skipped, at("2026-03-08T05:00:00Z"))).toEqual(at("2026-03-08T07:30:00.000Z"));
  });
});
