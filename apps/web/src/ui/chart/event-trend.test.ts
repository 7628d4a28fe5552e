import { describe, expect, it } from "vitest";
import { eventTrend } from "./event-trend.ts";
import { trendGeometry } from "./trend-geometry.ts";
import { usualRange, wilson95 } from "./week-interval.ts";

const series = ["2026-02-25", "2026-03-04", "2026-03-11", "2026-03-18", "2026-03-25", "2026-04-01"].map((week, index) => ({ week, n: 100, value: index < 4 ? 0.07 : 0.2 }));
const event = {
  unit: "rate" as const,
  payer: "Aster",
  cptGroup: "IMAGING",
  watchedOn: "2026-03-28",
  baseline: { from: "2026-02-25", to: "2026-03-24", n: 400, count: 28, value: 0.07 },
  current: { from: "2026-03-25", to: "2026-04-07", n: 200, count: 40, value: 0.2 },
  series,
};

describe("weekly chart of a drift event", () => {
  it("splits the weeks where the current window begins", () => {
    const trend = eventTrend(event, "Denial rate");
    expect(trend.nowFrom).toBe(4);
    expect(trend.points).toHaveLength(6);
    expect(trend.now?.label).toBe("now, 2 weeks");
    expect(trend.label).toBe("Denial rate of IMAGING claims at Aster by week decided: 7.0% before, 20.0% since Mar 25.");
  });

  it("gives rates Wilson whiskers and days none", () => {
    expect(eventTrend(event, "Denial rate").points[4]).toMatchObject({ basis: "20 of 100", low: expect.closeTo(0.133, 3), high: expect.closeTo(0.289, 3) });
    expect(eventTrend({ ...event, unit: "days" }, "Decision time").points[4]).toMatchObject({ low: null, high: null });
  });

  it("agrees with published Wilson intervals and has no range below four weeks", () => {
    expect(wilson95(81, 263)).toEqual([expect.closeTo(0.2553, 4), expect.closeTo(0.3662, 4)]);
    expect(wilson95(0, 0)).toBeNull();
    expect(usualRange(series.slice(0, 3))).toBeNull();
  });

  it("starts the scale at zero and holds every whisker", () => {
    const trend = eventTrend(event, "Denial rate");
    const geometry = trendGeometry(trend, "wide");
    expect(geometry.y(0)).toBe(geometry.frame.bottom);
    for (const point of trend.points) expect(geometry.y(point.high ?? 0)).toBeGreaterThanOrEqual(geometry.frame.top);
  });

  it("drops the oldest weeks on a phone and keeps the current window", () => {
    const long = { ...event, series: [...Array.from({ length: 20 }, (_, index) => ({ week: new Date(Date.parse("2026-02-25") - (20 - index) * 7 * 86_400_000).toISOString().slice(0, 10), n: 100, value: 0.07 })), ...series] };
    const trend = eventTrend({ ...long, baseline: { ...event.baseline, from: "2025-01-01" } }, "Denial rate");
    const geometry = trendGeometry(trend, "phone");
    expect(geometry.points).toHaveLength(10);
    expect(geometry.points[geometry.nowFrom]?.label).toBe("Mar 25");
  });
});
