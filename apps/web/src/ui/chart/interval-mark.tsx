"use client";

import { round } from "./line-path.ts";

type IntervalMarkProps = {
  value: number;
  low: number;
  high: number;
  /** Ends of the shared scale; marks beside each other must use the same. */
  scale: readonly [number, number];
  /** Where the tick stands: zero, or "no change". */
  tick?: number | undefined;
  width?: number | undefined;
};

/** A capped line with a dot on a shared scale, with a tick at zero or at "no change". */
export function IntervalMark({ value, low, high, scale, tick = 0, width = 200 }: IntervalMarkProps) {
  const [start, end] = scale;
  const x = (at: number) => round(1 + ((Math.min(end, Math.max(start, at)) - start) / (end - start || 1)) * (width - 2));
  return (
    <svg className="chart whisk" width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden="true">
      <line className="grid" x1="1" x2={width - 1} y1="6" y2="6" />
      <line className="tick-zero" x1={x(tick)} x2={x(tick)} y1="1.5" y2="10.5" />
      <line className="wh" x1={x(low)} x2={x(high)} y1="6" y2="6" />
      <line className="wh" x1={x(low)} x2={x(low)} y1="2" y2="10" />
      <line className="wh" x1={x(high)} x2={x(high)} y1="2" y2="10" />
      <circle className="pt-now" cx={x(value)} cy="6" r="3" />
    </svg>
  );
}
