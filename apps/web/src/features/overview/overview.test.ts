import type { AlertDto } from "@upstream/alerts/schemas";
import type { DriftEventDto, EventSeriesDto } from "@upstream/drift/schemas";
import { describe, expect, it } from "vitest";
import { toChangeView } from "./to-change-view.ts";

const event = {
  id: "e1",
  payer: "Aster",
  cptGroup: "IMAGING",
  signal: "DENIAL_RATE",
  state: "opened",
  isHarm: true,
  severity: "high",
  unit: "rate",
  before: 0.071,
  now: 0.186,
  effect: 0.115,
  impact: { cents: 1_550_000, lowCents: 980_000, highCents: 2_140_000 },
  openedOn: "2026-05-05",
} as unknown as DriftEventDto;
const weeks = {
  id: "e1",
  watermark: "2026-05-20",
  windowDays: 14,
  n: 431,
  count: 80,
  series: ["2026-04-08", "2026-04-15", "2026-04-22", "2026-04-29", "2026-05-06", "2026-05-13"].map((week) => ({
    week,
    n: 100,
    value: 0.1,
  })),
} as unknown as EventSeriesDto["items"][number];
const scene = { base: "/a", lastLookAt: "2026-05-01T12:00:00Z", inbox: [] };

describe("a line of what changed", () => {
  it("says the change, what it rests on and its weeks, and leads to the drift event without an alert", () => {
    expect(toChangeView(event, weeks, scene)).toMatchObject({
      href: "/a/drift/e1",
      kind: "new",
      change: "denies 18.6%, up from 7.1%",
      evidence: "80 of 431 claims",
      series: { nowFrom: 4 },
      estimate: { cents: 1_550_000, unit: "a month" },
    });
  });

  it("leads to the alert that the change raised", () => {
    const inbox = [{ id: "a1", driftEventId: "e1" } as unknown as AlertDto];
    expect(toChangeView(event, weeks, { ...scene, inbox }).href).toBe("/a/alerts/a1");
  });

  it("does without the weeks of a change that was not among the first", () => {
    expect(toChangeView(event, undefined, scene)).toMatchObject({ evidence: null, series: null });
  });
});
