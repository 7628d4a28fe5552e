import { expect, it } from "vitest";
import { zDate, zInstant } from "./date-schema.ts";

it.each(["2026-02-28", "2024-02-29", "0001-01-01", "9999-12-31"])("takes %s as a date", (text) => {
  expect(zDate.parse(text)).toBe(text);
});

it.each(["2026-02-30", "2025-02-29", "0000-01-01", "2026-2-3", "2026-02-03T00:00:00Z", "10000-01-01", ""])(
  "refuses %s as a date",
  (text) => {
    expect(zDate.safeParse(text).success).toBe(false);
  },
);

it.each(["2026-02-03T04:05:06Z", "2026-02-03T04:05:06.789Z"])("takes %s as an instant", (text) => {
  expect(zInstant.parse(text)).toBe(text);
});

it.each(["2026-02-30T00:00:00Z", "0000-01-01T00:00:00Z", "2026-02-03T04:05:06+02:00", "2026-02-03T24:00:00Z", "2026-02-03"])(
  "refuses %s as an instant",
  (text) => {
    expect(zInstant.safeParse(text).success).toBe(false);
  },
);
