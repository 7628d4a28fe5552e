import { formatEstimate } from "../format/format-money.ts";
import { formatCount, formatDecimal, formatRate, formatSigned } from "../format/format-number.ts";

/** What a number of a chart counts: a rate 0–1, days, cents, lines, or a ratio to the usual amount. */
export type ChartUnit = "rate" | "days" | "cents" | "count" | "ratio";

/** A value with its unit, as text stands beside a chart. */
export function formatChartValue(unit: ChartUnit, value: number): string {
  switch (unit) {
    case "rate":
      return formatRate(value);
    case "days":
      return `${formatDecimal(value)} days`;
    case "cents":
      return formatEstimate(value);
    case "count":
      return formatCount(Math.round(value));
    case "ratio":
      return formatRate(value);
  }
}

/** A tick of the value axis; only the topmost carries the unit. */
export function formatTick(unit: ChartUnit, value: number, top: boolean): string {
  switch (unit) {
    case "rate":
    case "ratio":
      return `${formatDecimal(value * 100, Number.isInteger(Math.round(value * 1000) / 10) ? 0 : 1)}${top ? "%" : ""}`;
    case "days":
      return `${formatCount(value)}${top ? " d" : ""}`;
    case "cents":
      return value >= 100_000 ? `$${formatDecimal(value / 100_000, 0)}k` : `$${formatCount(Math.round(value / 100))}`;
    case "count":
      return formatCount(value);
  }
}

/** A difference in the unit's own words: "+11.5 points", "+12.0 days". */
export function formatDifference(unit: ChartUnit, value: number): string {
  switch (unit) {
    case "rate":
      return `${formatSigned(value * 100)} points`;
    case "ratio":
      return `${formatSigned(value * 100)}%`;
    case "days":
      return `${formatSigned(value)} days`;
    case "cents":
      return `${value > 0 ? "+" : ""}${formatEstimate(value)}`;
    case "count":
      return `${formatSigned(value, 0)}`;
  }
}
