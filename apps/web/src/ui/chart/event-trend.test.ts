import { describe, expect, it } from "vitest";
import { eventTrend } from "./event-trend.ts";
import { layoutTrend } from "./trend-layout.ts";
import { usualRange, wilson95 } from "./week-interval.ts";

const series = ["2026-02-25", "2026-03-04", "2026-03-11", "2026-03-18", "2026-03-25", "2026-04-01"].map((week, index) => ({
  week,
  n: 100,
  value: index < 4 ? 0.07 : 0.2,
}));
const event = {
  unit: "rate" as const,
  payer: "Aster",
  cptGroup: "IMAGING",
  watchedOn: "2026-03-28",
  baseline: { from: "2026-02-25", to: "2026-03-24", n: 400, count: 28, value: 0.07 },
  current: { from: "2026-03-25", to: "2026-04-07", n: 200, count: 40, value: 0.2 },
  evidence: { watermark: "2026-04-08", windowDays: 14, series },
};

describe("weekly chart of a drift event", () => {
  it("splits the weeks where the current window begins", () => {
    const trend = eventTrend(event, "Denial rate");
    expect(trend.nowFrom).toBe(4);
    expect(trend.points).toHaveLength(6);
    expect(trend.now?.label).toBe("now, 2 weeks");
    expect(trend.label).toBe("Denial rate of Imaging claims at Aster by week decided: 7.0% before, 20.0% since Mar 25.");
  });

  it("says until when its weeks are known when the totals are later", () => {
    expect(eventTrend(event, "Denial rate").knownUntil).toBeNull();
    const later = { ...event, current: { ...event.current, to: "2026-04-21" } };
    expect(eventTrend(later, "Denial rate").knownUntil).toBe("2026-04-07");
  });

  it("gives rates Wilson whiskers and days none", () => {
    expect(eventTrend(event, "Denial rate").points[4]).toMatchObject({
      basis: "20 of 100",
      low: expect.closeTo(0.133, 3),
      high: expect.closeTo(0.289, 3),
    });
    expect(eventTrend({ ...event, unit: "days" }, "Decision time").points[4]).toMatchObject({ low: null, high: null });
  });

  it("agrees with published Wilson intervals and has no range below four weeks", () => {
    expect(wilson95(81, 263)).toEqual([expect.closeTo(0.2553, 4), expect.closeTo(0.3662, 4)]);
    expect(wilson95(0, 0)).toBeNull();
    expect(usualRange(series.slice(0, 3))).toBeNull();
  });

  it("starts the scale at zero and holds every whisker", () => {
    const { frame, ticks, weeks } = layoutTrend(eventTrend(event, "Denial rate"), "wide");
    expect(ticks[0]).toEqual({ y: frame.bottom, text: "0", isZero: true });
    for (const week of weeks) expect(week.high).toBeGreaterThanOrEqual(frame.top);
  });

  it("drops the oldest weeks on a phone and keeps the current window", () => {
    const older = Array.from({ length: 20 }, (_, index) => ({
      week: new Date(Date.parse("2026-02-25") - (20 - index) * 7 * 86_400_000).toISOString().slice(0, 10),
      n: 100,
      value: 0.07,
    }));
    const layout = layoutTrend(
      eventTrend(
        { ...event, evidence: { ...event.evidence, series: [...older, ...series] }, baseline: { ...event.baseline, from: "2025-01-01" } },
        "Denial rate",
      ),
      "phone",
    );
    expect(layout.weeks).toHaveLength(10);
    expect(layout.weeks.find((week) => week.startsNow)?.label).toBe("Mar 25");
  });

  it("pushes the totals in the gutter apart when they would touch", () => {
    const near = { ...event, current: { ...event.current, value: 0.075, count: 15 } };
    const [now, before] = layoutTrend(eventTrend(near, "Denial rate"), "wide").totals;
    expect(Math.abs((now?.textY ?? 0) - (before?.textY ?? 0))).toBeGreaterThanOrEqual(31.9);
  });
});
