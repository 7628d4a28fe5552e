import type { PayerTrendDto } from "@upstream/claims/schemas";
import type { DriftEventDto } from "@upstream/drift/schemas";
import { usualRange } from "../../ui/chart/week-interval.ts";
import { formatDay } from "../../ui/format/format-date.ts";
import type { OverviewView, PayerView } from "./view-model.ts";

const nowWeeks = 4;
const shown = 8;

type Week = PayerTrendDto["items"][number]["weeks"][number];

const decided = (weeks: readonly Week[]) => weeks.reduce((sum, week) => sum + week.paidCount + week.deniedCount, 0);
const rate = (weeks: readonly Week[]) =>
  decided(weeks) === 0 ? 0 : weeks.reduce((sum, week) => sum + week.deniedCount, 0) / decided(weeks);

function toPayerView(item: PayerTrendDto["items"][number], change: DriftEventDto | undefined, base: string): PayerView {
  const weeks = item.weeks.map((week) => ({ n: week.paidCount + week.deniedCount, value: rate([week]) }));
  const split = Math.max(0, weeks.length - nowWeeks);
  return {
    payer: item.payer,
    href: `${base}/claims?payer=${encodeURIComponent(item.payer)}`,
    now: rate(item.weeks.slice(split)),
    usual: rate(item.weeks.slice(0, split)),
    direction: change === undefined ? null : change.isHarm ? "worse" : "better",
    severity: change?.severity ?? null,
    series: { values: weeks.map((week) => week.value), nowFrom: split, band: usualRange(weeks.slice(0, split)) },
  };
}

/** The shared top of the scale: the next whole 5 %. */
function niceTop(values: readonly number[]): number {
  return Math.ceil(Math.max(0.05, ...values) * 20) / 20;
}

/** Weekly denial rates of the payers with most decisions, those that changed first; null when there is too little to draw. */
export function toPayerViews(trend: PayerTrendDto, events: readonly DriftEventDto[], base: string): OverviewView["payers"] {
  const changeOf = (payer: string) =>
    events.find((event) => event.payer === payer && event.signal === "DENIAL_RATE" && event.state !== "recovered");
  const full = trend.items.filter((item) => item.weeks.length > nowWeeks + 3);
  const ordered = [...full].sort(
    (a, b) => Number(changeOf(b.payer) !== undefined) - Number(changeOf(a.payer) !== undefined) || decided(b.weeks) - decided(a.weeks),
  );
  const list = ordered.slice(0, shown).map((item) => toPayerView(item, changeOf(item.payer), base));
  const first = ordered[0]?.weeks;
  const start = first?.[0]?.firstDay;
  const nowDay = first?.[Math.max(0, first.length - nowWeeks)]?.firstDay;
  if (list.length === 0 || start === undefined || nowDay === undefined) return null;
  return { list, max: niceTop(list.flatMap((payer) => payer.series.values)), firstLabel: formatDay(start), nowLabel: formatDay(nowDay) };
}
