import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { formatChartValue, formatTick } from "./chart-value.ts";
import { linePath, round } from "./line-path.ts";
import type { Trend, TrendTotal } from "./trend.ts";

/** Widths charts are drawn for; a page shows one of the first three, `panel` stands in an aside. */
export type TrendSize = "wide" | "narrow" | "phone" | "panel";

type Frame = { width: number; height: number; left: number; right: number; top: number; bottom: number; hasGutter: boolean; weeks: number };

const frames: Record<TrendSize, Frame> = {
  wide: { width: 788, height: 268, left: 38, right: 666, top: 22, bottom: 242, hasGutter: true, weeks: 26 },
  narrow: { width: 620, height: 248, left: 38, right: 498, top: 22, bottom: 222, hasGutter: true, weeks: 20 },
  phone: { width: 356, height: 232, left: 38, right: 348, top: 22, bottom: 206, hasGutter: false, weeks: 10 },
  panel: { width: 292, height: 150, left: 32, right: 289, top: 8, bottom: 126, hasGutter: false, weeks: 26 },
};

export type WeekMark = {
  x: number;
  y: number;
  low: number | null;
  high: number | null;
  kind: "base" | "now" | "young";
  label: string | null;
  startsNow: boolean;
};
export type TotalMark = { y: number; low: number | null; high: number | null; isNow: boolean; value: string; label: string; textY: number };

/** A trend at one size as plain positions: what the browser draws without any arithmetic. */
export type TrendLayout = {
  size: TrendSize;
  frame: Frame;
  /** The sentence a screen reader says. */
  label: string;
  /** Oldest weeks left out at this size. */
  dropped: number;
  wash: { x: number; width: number };
  hatch: { x: number; width: number } | null;
  ticks: { y: number; text: string; isZero: boolean }[];
  band: { y: number; height: number } | null;
  center: number | null;
  weeks: WeekMark[];
  basePath: string;
  nowPath: string;
  events: { x: number; text: string }[];
  totals: TotalMark[];
};

type Scene = { trend: Trend; frame: Frame; size: TrendSize; dropped: number; nowFrom: number; step: number; y: (value: number) => number };

/** Lays a trend out: the scale starts at zero and holds every whisker; labels never touch. */
export function layoutTrend(trend: Trend, size: TrendSize): TrendLayout {
  const frame = frames[size];
  const dropped = Math.max(0, trend.points.length - frame.weeks);
  const points = trend.points.slice(dropped);
  const top =
    max([...points.map((point) => point.high ?? point.value), trend.band?.[1] ?? 0, trend.now?.high ?? 0, trend.before?.high ?? 0]) ?? 0;
  const scale = scaleLinear()
    .domain([0, (top || 1) * 1.08])
    .range([frame.bottom, frame.top]);
  const step = (frame.right - frame.left) / Math.max(1, points.length);
  const scene: Scene = {
    trend,
    frame,
    size,
    dropped,
    nowFrom: Math.max(0, trend.nowFrom - dropped),
    step,
    y: (value) => round(scale(value)),
  };
  const ticks = scale.ticks(size === "panel" ? 2 : 4);
  const weeks = points.map((_, index) => weekMark(scene, index));
  const line = (from: number, to: number) => linePath(weeks.slice(from, to).map((week) => [week.x, week.y] as const));
  const washX = round(frame.left + step * scene.nowFrom);
  return {
    size,
    frame,
    label: trend.label,
    dropped,
    wash: { x: washX, width: round(frame.right - washX) },
    hatch: trend.immature === 0 ? null : { x: round(frame.right - step * trend.immature), width: round(step * trend.immature) },
    ticks: ticks.map((tick) => ({
      y: scene.y(tick),
      text: formatTick(trend.unit, tick, tick === ticks[ticks.length - 1]),
      isZero: tick === 0,
    })),
    band:
      trend.band === null
        ? null
        : { y: scene.y(trend.band[1]), height: round(Math.max(1, scene.y(trend.band[0]) - scene.y(trend.band[1]))) },
    center: trend.center === null ? null : scene.y(trend.center),
    weeks,
    basePath: line(0, scene.nowFrom),
    nowPath: line(scene.nowFrom, weeks.length),
    events: size === "panel" ? [] : eventMarks(scene),
    totals: frame.hasGutter ? totalMarks(scene) : [],
  };
}

function weekMark({ trend, frame, size, dropped, nowFrom, step, y }: Scene, index: number): WeekMark {
  const point = trend.points[dropped + index] ?? { label: "", value: 0, n: 0, low: null, high: null, basis: null };
  const count = trend.points.length - dropped;
  const kind = index < nowFrom ? "base" : index >= count - trend.immature ? "young" : "now";
  const whiskers = size !== "panel" && point.low !== null && point.high !== null;
  return {
    x: round(frame.left + step * (index + 0.5)),
    y: y(point.value),
    low: whiskers ? y(point.low ?? 0) : null,
    high: whiskers ? y(point.high ?? 0) : null,
    kind,
    label: isLabelled(index, nowFrom, size === "panel" ? Math.max(1, nowFrom) : Math.max(1, Math.ceil(62 / step))) ? point.label : null,
    startsNow: index === nowFrom,
  };
}

function isLabelled(index: number, nowFrom: number, every: number): boolean {
  return (((index - nowFrom) % every) + every) % every === 0;
}

function eventMarks({ trend, frame, step, dropped }: Scene): TrendLayout["events"] {
  return trend.events
    .map((event) => ({ x: round(frame.left + step * (event.at - dropped)), text: event.text }))
    .filter((event) => event.x > frame.left && event.x <= frame.right);
}

/** Totals of both windows beside the plot; their texts are pushed apart when they would touch. */
function totalMarks({ trend, y }: Scene): TotalMark[] {
  const nowY = trend.now === null ? null : y(trend.now.value);
  const beforeY = trend.before === null ? null : y(trend.before.value);
  const gap = nowY === null || beforeY === null ? 0 : Math.max(0, 32 - Math.abs(nowY - beforeY)) / 2;
  const up = nowY !== null && beforeY !== null && nowY > beforeY ? -1 : 1;
  const mark = (total: TrendTotal | null, isNow: boolean, shift: number): TotalMark[] =>
    total === null
      ? []
      : [
          {
            y: y(total.value),
            low: total.low === null ? null : y(total.low),
            high: total.high === null ? null : y(total.high),
            isNow,
            value: formatChartValue(trend.unit, total.value),
            label: total.label,
            textY: round(y(total.value) + shift),
          },
        ];
  return [...mark(trend.now, true, -gap * up), ...mark(trend.before, false, gap * up)];
}
