"use client";

import { linePath, round } from "./line-path.ts";

export type Series = {
  /** One value a week, oldest first. */
  values: readonly number[];
  /** Index of the first week of the current window. */
  nowFrom: number;
  /** Usual range of a week, in the unit of the values. */
  band: readonly [number, number] | null;
};

type SparkProps = Series & { width?: number | undefined; height?: number | undefined };

/** A line as small as a word; always hidden from speech, its row says what it shows. */
export function Spark({ values, nowFrom, band, width = 132, height = 28 }: SparkProps) {
  if (values.length < 2)
    return <svg className="chart spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" />;
  const all = band === null ? values : [...values, ...band];
  const low = Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const y = (value: number) => height - 3.5 - ((value - low) / span) * (height - 7);
  const x = (index: number) => 2 + (index * (width - 6)) / (values.length - 1);
  const points = values.map((value, index) => [x(index), y(value)] as const);
  const last = points[points.length - 1] ?? [0, 0];
  return (
    <svg className="chart spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {band === null ? null : (
        <rect className="band" x="0" y={round(y(band[1]))} width={width} height={round(Math.max(1, y(band[0]) - y(band[1])))} rx="1" />
      )}
      <path className="base" d={linePath(points.slice(0, nowFrom))} />
      <path className="now" d={linePath(points.slice(Math.max(0, nowFrom - 1)))} />
      <circle className="pt-now" cx={round(last[0])} cy={round(last[1])} r="2.5" />
    </svg>
  );
}
