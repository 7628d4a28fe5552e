import { describe, expect, it } from "vitest";
import { endOf, retryAfterEnd } from "./durations.ts";

const now = new Date("2026-03-02T12:00:00.000Z");

describe("durations of the protocol", () => {
  it.each([
    ["1s", "2026-03-02T12:00:01.000Z"],
    ["1h30m", "2026-03-02T13:30:00.000Z"],
    ["1w2d", "2026-03-11T12:00:00.000Z"],
    ["2026-04-01T00:00:00.000Z", "2026-04-01T00:00:00.000Z"],
  ])("ends %s at %s", (text, end) => {
    expect(endOf(text, now).toISOString()).toBe(end);
  });

  it("refuses what is neither a duration nor an instant", () => {
    expect(() => endOf("soon", now)).toThrow("soon");
    expect(() => endOf("1h and more", now)).toThrow();
  });

  it("reads retry-after as seconds or as a date", () => {
    expect(retryAfterEnd("90", now)?.toISOString()).toBe("2026-03-02T12:01:30.000Z");
    expect(retryAfterEnd("2026-03-02T13:00:00.000Z", now)?.toISOString()).toBe("2026-03-02T13:00:00.000Z");
    expect(retryAfterEnd(null, now)).toBeUndefined();
    expect(retryAfterEnd("later", now)).toBeUndefined();
  });
});
