import { formatCount } from "../format/format-number.ts";
import type { Trend } from "./trend.ts";

/** The same weeks as numbers of claims instead of values: how much each week rests on. */
export function countTrend(trend: Trend): Trend {
  const total = trend.points.reduce((sum, point) => sum + point.n, 0);
  return {
    ...trend,
    unit: "count",
    points: trend.points.map((point) => ({ ...point, value: point.n, low: null, high: null, basis: null })),
    band: null,
    center: null,
    now: null,
    before: null,
    label: `Claims of each week, ${formatCount(Math.round(total))} in all.`,
  };
}
