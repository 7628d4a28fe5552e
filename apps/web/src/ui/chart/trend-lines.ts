import { formatChartValue } from "./chart-value.ts";
import type { Trend } from "./trend.ts";

/** One spoken line for each week of a trend. */
export function trendLines(trend: Trend): string[] {
  return trend.points.map((point) => {
    const interval =
      point.low === null || point.high === null
        ? ""
        : ` (95% interval ${formatChartValue(trend.unit, point.low)} to ${formatChartValue(trend.unit, point.high)})`;
    return `Week of ${point.label}: ${formatChartValue(trend.unit, point.value)}${interval}${point.basis === null ? "" : `, ${point.basis}`}`;
  });
}
