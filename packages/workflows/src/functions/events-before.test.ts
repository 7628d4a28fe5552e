import { expect, it } from "vitest";
import { eventsBefore } from "./events-before.ts";

const now = new Date("2026-06-30T03:20:00Z");
const thirtyDaysAgo = "2026-05-31T03:20:00.000Z";

it.each([
  ["no run waits", null, thirtyDaysAgo],
  ["only young runs wait", "2026-06-30T03:20:00.000Z", thirtyDaysAgo],
  ["a run has waited for longer", "2026-05-20T00:00:00.000Z", "2026-05-19T00:00:00.000Z"],
])("keeps sent events for 30 days, and a day more than any run that waits: %s", (_, oldestActive, expected) => {
  expect(eventsBefore(now, oldestActive).toISOString()).toBe(expected);
});
