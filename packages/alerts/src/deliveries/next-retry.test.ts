import { expect, it } from "vitest";
import { nextRetry, retryAfterMs, retryDelays } from "./next-retry.ts";
import type { FailedAttempt } from "./next-retry.ts";

const now = new Date("2026-05-20T12:00:00Z");
const plain = (wait: number) => wait;
const failed = (changes: Partial<FailedAttempt> = {}): FailedAttempt => ({
  tries: 1,
  status: 500,
  isTimeout: false,
  retryAfter: null,
  ...changes,
});
const waitOf = (attempt: FailedAttempt, spread = plain) => (nextRetry(attempt, now, spread)?.getTime() ?? Number.NaN) - now.getTime();
const hour = 3_600_000;

it("waits 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h and then gives up", () => {
  const waits = Array.from({ length: 9 }, (_, index) => waitOf(failed({ tries: index + 1 })));
  expect(waits).toEqual([5_000, 300_000, 1_800_000, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour]);
  expect(nextRetry(failed({ tries: 10 }), now)).toBeNull();
  expect(retryDelays[0]).toBe(0);
});

it("spreads each wait by a fifth to both sides and no more", () => {
  const waits = Array.from({ length: 200 }, () => (nextRetry(failed({ tries: 2 }), now)?.getTime() ?? 0) - now.getTime());
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(240_000);
  expect(Math.max(...waits)).toBeLessThanOrEqual(360_000);
  expect(new Set(waits).size).toBeGreaterThan(50);
});

it.each([429, 502, 503, 504])("waits at least a minute after status %i", (status) => {
  expect(waitOf(failed({ status }))).toBe(60_000);
  expect(waitOf(failed({ status, tries: 3 }))).toBe(1_800_000);
});

it("waits at least a minute after a timeout", () => {
  expect(waitOf(failed({ status: null, isTimeout: true }))).toBe(60_000);
});

it.each([
  ["120", 120_000],
  ["2", 5_000],
  ["0", 5_000],
  ["999999", 24 * hour],
  ["Wed, 20 May 2026 12:10:00 GMT", 600_000],
  ["Wed, 20 May 2026 11:00:00 GMT", 5_000],
  ["soon", 5_000],
  ["-5", 5_000],
  ["1e9", 5_000],
])("honours Retry-After %s between the schedule and a day", (retryAfter, wait) => {
  expect(waitOf(failed({ retryAfter }))).toBe(wait);
});

it("reads no Retry-After as none", () => {
  expect(retryAfterMs(null, now)).toBeNull();
});
