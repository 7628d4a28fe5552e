import { addDaysTo } from "../format/format-date.ts";
import type { Series } from "./spark.tsx";
import { usualRange } from "./week-interval.ts";

type Evidence = { watermark: string; windowDays: number; series: readonly { week: string; n: number; value: number | null }[] };

const shownWeeks = 20;
const leastWeeks = 4;

/** The last 20 weeks of a change with their usual range, as a spark draws them; null below four known weeks. */
export function eventSpark({ watermark, windowDays, series }: Evidence): Series | null {
  const weeks = series
    .flatMap((point) => (point.value === null ? [] : [{ week: point.week, n: point.n, value: point.value }]))
    .slice(-shownWeeks);
  if (weeks.length < leastWeeks) return null;
  const from = addDaysTo(watermark, -windowDays);
  const found = weeks.findIndex((point) => point.week >= from);
  const nowFrom = found === -1 ? weeks.length - 1 : found;
  return { values: weeks.map((point) => point.value), nowFrom, band: usualRange(weeks.slice(0, nowFrom)) };
}
