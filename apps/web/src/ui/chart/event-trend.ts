import { addDaysTo, formatDay } from "../format/format-date.ts";
import { formatCount } from "../format/format-number.ts";
import { groupName } from "@upstream/core/schemas";
import { formatChartValue } from "./chart-value.ts";
import type { Trend, TrendPoint, TrendTotal } from "./trend.ts";
import { usualRange, wilson95 } from "./week-interval.ts";

type Window = { from: string; to: string; n: number; count: number | null; value: number };

/** The parts of a drift event that a chart needs. */
export type EventSeries = {
  unit: "rate" | "days";
  payer: string;
  cptGroup: string | null;
  watchedOn: string | null;
  baseline: Window;
  current: Window;
  /** Weeks known when the change was last measured in full; its last `windowDays` days are the current window of the chart. */
  evidence: { watermark: string; windowDays: number; series: readonly { week: string; n: number; value: number | null }[] };
};

const week = 7 * 86_400_000;

/** Weekly chart of a drift event: baseline and current window, the usual range, whiskers for rates, totals of both windows. */
export function eventTrend(event: EventSeries, name: string): Trend {
  const weeks = event.evidence.series.flatMap((point) =>
    point.value === null || point.week < event.baseline.from ? [] : [{ ...point, value: point.value }],
  );
  const split = splitOf(weeks, addDaysTo(event.evidence.watermark, -event.evidence.windowDays));
  const first = weeks[0]?.week;
  return {
    unit: event.unit,
    points: weeks.map((point) => toPoint(event.unit, point)),
    nowFrom: split,
    immature: 0,
    band: usualRange(weeks.slice(0, split)),
    center: event.baseline.value,
    now: toTotal(event.unit, event.current, `now, ${weeksOf(event.current)}`),
    before: toTotal(event.unit, event.baseline, `before, ${weeksOf(event.baseline)}`),
    events:
      event.watchedOn === null || first === undefined
        ? []
        : [{ at: (Date.parse(event.watchedOn) - Date.parse(first)) / week, text: `Watch set ${formatDay(event.watchedOn)}` }],
    label: labelOf(event, name),
    knownUntil: addDaysTo(event.evidence.watermark, -1) < event.current.to ? addDaysTo(event.evidence.watermark, -1) : null,
  };
}

/** Index of the first week of the current window; weeks are whole, so one that the window only touches still belongs to it. */
function splitOf(weeks: readonly { week: string }[], from: string): number {
  const first = weeks.findIndex((point) => Date.parse(point.week) + week > Date.parse(from));
  return first === -1 ? weeks.length : first;
}

function toPoint(unit: EventSeries["unit"], point: { week: string; n: number; value: number }): TrendPoint {
  const count = Math.round(point.value * point.n);
  const interval = unit === "rate" ? wilson95(count, point.n) : null;
  const basis =
    unit === "rate" ? `${formatCount(count)} of ${formatCount(Math.round(point.n))}` : `${formatCount(Math.round(point.n))} claims`;
  return { label: formatDay(point.week), value: point.value, n: point.n, low: interval?.[0] ?? null, high: interval?.[1] ?? null, basis };
}

function toTotal(unit: EventSeries["unit"], window: Window, label: string): TrendTotal {
  const interval = unit === "rate" ? wilson95(window.count ?? window.value * window.n, window.n) : null;
  return { value: window.value, low: interval?.[0] ?? null, high: interval?.[1] ?? null, label };
}

function weeksOf(window: Window): string {
  const count = Math.max(1, Math.round((Date.parse(window.to) - Date.parse(window.from)) / week));
  return `${count} ${count === 1 ? "week" : "weeks"}`;
}

function labelOf(event: EventSeries, name: string): string {
  const group = event.cptGroup === null ? "all" : groupName(event.cptGroup);
  return `${name} of ${group} claims at ${event.payer} by week decided: ${formatChartValue(event.unit, event.baseline.value)} before, ${formatChartValue(event.unit, event.current.value)} since ${formatDay(event.current.from)}.`;
}
