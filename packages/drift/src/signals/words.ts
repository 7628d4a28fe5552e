import { groupName, isoOf } from "@upstream/core";
import type { Dollars } from "../score/dollars.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** A rate as percent with one decimal. */
export function percent(rate: number): string {
  return `${(100 * rate).toFixed(1)}%`;
}

/** `May 19` of an ISO date. */
export function shortDate(iso: string): string {
  return `${months[Number(iso.slice(5, 7)) - 1] ?? ""} ${Number(iso.slice(8, 10))}`;
}

/** `May 1 – 14`, or with both months when they differ. */
export function dateSpan(from: string, to: string): string {
  const end = from.slice(0, 7) === to.slice(0, 7) ? String(Number(to.slice(8, 10))) : shortDate(to);
  return `${shortDate(from)} – ${end}`;
}

/** Both ends of an interval as plain sizes when they agree in direction, with signs when they do not. */
export function spanOf(lo: number, hi: number, show: (value: number) => string): string {
  if (lo >= 0) return `${show(lo)} to ${show(hi)}`;
  if (hi <= 0) return `${show(-hi)} to ${show(-lo)}`;
  return `\u2212${show(-lo)} to ${show(hi)}`;
}

/** An estimate in cents, rounded: to $10 below $1,000, $100 below $100,000, else $1,000. */
export function aboutDollars({ point }: Dollars): string {
  const dollars = Math.abs(point) / 100;
  let step = 1000;
  if (dollars < 100_000) step = 100;
  if (dollars < 1000) step = 10;
  return `about $${(Math.round(dollars / step) * step).toLocaleString("en-US")}`;
}

/** `Office claims`, or all claims when there is no group. */
export function claimsOf(group: string | null): string {
  return group === null ? "claims" : `${groupName(group)} claims`;
}

/** `Aster, Office,` as the subject of a sentence, or the payer alone when there is no group. */
export function placeOf(payer: string, group: string | null): string {
  return group === null ? payer : `${payer}, ${groupName(group)},`;
}

/** First and last day of a window of whole days before the watermark. */
export function windowDates(watermark: number, days: number): { from: string; to: string } {
  return { from: isoOf(watermark - days), to: isoOf(watermark - 1) };
}
