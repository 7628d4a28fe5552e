import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { round } from "./line-path.ts";
import type { Trend, TrendPoint } from "./trend.ts";

/** Widths charts are drawn for; a page shows one of the first three, `panel` stands in an aside. */
export type TrendSize = "phone" | "narrow" | "wide" | "panel";

export type TrendFrame = { width: number; height: number; left: number; right: number; top: number; bottom: number; gutter: boolean; weeks: number };

export const frames: Record<TrendSize, TrendFrame> = {
  wide: { width: 788, height: 268, left: 38, right: 666, top: 22, bottom: 242, gutter: true, weeks: 26 },
  narrow: { width: 620, height: 248, left: 38, right: 498, top: 22, bottom: 222, gutter: true, weeks: 20 },
  phone: { width: 356, height: 232, left: 38, right: 348, top: 22, bottom: 206, gutter: false, weeks: 10 },
  panel: { width: 292, height: 150, left: 32, right: 289, top: 8, bottom: 126, gutter: false, weeks: 26 },
};

export type TrendGeometry = {
  frame: TrendFrame;
  points: readonly TrendPoint[];
  nowFrom: number;
  dropped: number;
  step: number;
  x: (index: number) => number;
  y: (value: number) => number;
  ticks: number[];
};

/** Positions of a trend at one size: the scale starts at zero and holds every whisker. */
export function trendGeometry(trend: Trend, size: TrendSize): TrendGeometry {
  const frame = frames[size];
  const dropped = Math.max(0, trend.points.length - frame.weeks);
  const points = trend.points.slice(dropped);
  const top = max([...points.map((point) => point.high ?? point.value), trend.band?.[1] ?? 0, trend.now?.high ?? 0, trend.before?.high ?? 0]) ?? 0;
  const scale = scaleLinear().domain([0, (top || 1) * 1.08]).range([frame.bottom, frame.top]);
  const step = (frame.right - frame.left) / Math.max(1, points.length);
  return {
    frame,
    points,
    nowFrom: Math.max(0, trend.nowFrom - dropped),
    dropped,
    step,
    x: (index) => round(frame.left + step * (index + 0.5)),
    y: (value) => round(scale(value)),
    ticks: scale.ticks(size === "panel" ? 2 : 4),
  };
}

/** Every how many weeks the axis is labelled, so that labels never touch. */
export function labelEvery(step: number): number {
  return Math.max(1, Math.ceil(62 / step));
}
