"use client";

import { formatDay } from "../format/format-date.ts";
import type { Trend } from "./trend.ts";

/** What the marks of a trend chart mean; the hatch only where weeks are not complete. */
export function TrendLegend({ trend, immatureShare }: { trend: Trend; immatureShare: number | null }) {
  const hasWhiskers = trend.points.some((point) => point.low !== null);
  return (
    <div className="legend">
      {trend.band === null ? null : (
        <span>
          <svg className="chart" width="18" height="10" viewBox="0 0 18 10" aria-hidden="true">
            <rect className="band" width="18" height="10" />
          </svg>
          usual range of a week
        </span>
      )}
      <span>
        <svg className="chart" width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">
          {hasWhiskers ? <line className="wh" x1="9" x2="9" y1="1" y2="13" /> : null}
          <circle className="pt-now" cx="9" cy="7" r="3" />
        </svg>
        {hasWhiskers ? "current window, 95% interval" : "current window"}
      </span>
      {immatureShare === null ? null : (
        <span>
          <svg className="chart" width="18" height="12" viewBox="0 0 18 12" aria-hidden="true">
            <path className="hatch" d="M0 12L12 0M6 12L18 0M12 12L18 6M0 6L6 0" />
          </svg>
          last week, {Math.round(immatureShare * 100)}% of its decisions are in
        </span>
      )}
      {trend.knownUntil === null ? null : <span>weeks as they stood on {formatDay(trend.knownUntil)}, totals are later</span>}
    </div>
  );
}
