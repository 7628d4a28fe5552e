"use client";

import { formatChartValue, formatTick, type ChartUnit } from "./chart-value.ts";
import { linePath, round } from "./line-path.ts";
import type { Series } from "./spark.tsx";

type SmallMultipleProps = Series & {
  unit: ChartUnit;
  /** Top of the one scale all multiples share. */
  max: number;
  firstLabel: string;
  nowLabel: string;
  /** The sentence a screen reader says instead of the picture. */
  label: string;
};

const right = 201.1;
const top = 8;
const bottom = 59;

/** One of several charts on one scale: band, baseline line, accent line over a wash. */
export function SmallMultiple({ values, nowFrom, band, unit, max, firstLabel, nowLabel, label }: SmallMultipleProps) {
  const count = Math.max(2, values.length);
  const x = (index: number) => 1 + (index * (right - 7)) / (count - 1);
  const y = (value: number) => bottom - (Math.min(value, max) / (max || 1)) * (bottom - top);
  const points = values.map((value, index) => [x(index), y(value)] as const);
  const last = points[points.length - 1];
  const wash = x(Math.max(0, nowFrom - 0.5));
  return (
    <svg className="chart fluid hide-s" viewBox="0 0 232 76" role="img" aria-label={label}>
      <rect className="wash" x={round(wash)} y={top} width={round(right - wash)} height={bottom - top} />
      {band === null ? null : (
        <rect className="band" x="0" y={round(y(band[1]))} width={right} height={round(Math.max(1, y(band[0]) - y(band[1])))} />
      )}
      <line className="grid" x1="0" x2={right} y1={bottom} y2={bottom} />
      <path className="base" d={linePath(points.slice(0, nowFrom))} />
      <path className="now" d={linePath(points.slice(Math.max(0, nowFrom - 1)))} />
      {last === undefined ? null : <circle className="pt-now" cx={round(last[0])} cy={round(last[1])} r="3" />}
      <text x="0" y="74">
        {firstLabel}
      </text>
      <text x={round(wash)} y="74" className="tx-now">
        {nowLabel}
      </text>
      <text x="206.1" y="12">
        {formatTick(unit, max, true)}
      </text>
      <text x="206.1" y="60">
        0
      </text>
    </svg>
  );
}

/** The sentence of a small multiple. */
export function multipleLabel(name: string, what: string, unit: ChartUnit, values: { now: number; usual: number }): string {
  const { now, usual } = values;
  return `${name}: ${what} ${formatChartValue(unit, now)} now, ${formatChartValue(unit, usual)} usual, by week decided`;
}
