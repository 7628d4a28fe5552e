import type { ChartUnit } from "./chart-value.ts";

export type TrendPoint = {
  /** Axis text of the week, "Apr 22". */
  label: string;
  value: number;
  /** Claims the week rests on. */
  n: number;
  low: number | null;
  high: number | null;
  /** What the table says about the week: "80 of 431". */
  basis: string | null;
};

export type TrendTotal = { value: number; low: number | null; high: number | null; label: string };

/** Everything a trend chart draws; weeks oldest first. */
export type Trend = {
  unit: ChartUnit;
  points: readonly TrendPoint[];
  /** Index of the first week of the current window. */
  nowFrom: number;
  /** Weeks at the end whose decisions are not all in. */
  immature: number;
  /** Usual range of a week, and its center. */
  band: readonly [number, number] | null;
  center: number | null;
  /** Totals of both windows, drawn in the gutter. */
  now: TrendTotal | null;
  before: TrendTotal | null;
  /** Dotted verticals: `at` is a fractional index of weeks. */
  events: readonly { at: number; text: string }[];
  /** The sentence a screen reader says. */
  label: string;
  /** Last day the weeks know of, when the totals know later ones. */
  knownUntil: string | null;
};
