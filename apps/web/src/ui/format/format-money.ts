const minus = "\u2212";

/** Cents as exact dollars: $1,234.56; negative with U+2212. */
export function formatExactCents(cents: number): string {
  const whole = Math.floor(Math.abs(cents) / 100).toLocaleString("en-US");
  const fraction = String(Math.abs(cents) % 100).padStart(2, "0");
  return `${cents < 0 ? minus : ""}$${whole}.${fraction}`;
}

/** Estimated cents rounded as estimates are shown: to $10 below $1,000, $100 below $100,000, else $1,000. */
export function roundEstimate(cents: number): number {
  const dollars = Math.abs(cents) / 100;
  const step = dollars < 1_000 ? 10 : dollars < 100_000 ? 100 : 1_000;
  return Math.sign(cents) * Math.round(dollars / step) * step * 100;
}

/** Estimated cents as rounded whole dollars: $15,500. */
export function formatEstimate(cents: number): string {
  const rounded = roundEstimate(cents);
  return `${rounded < 0 ? minus : ""}$${(Math.abs(rounded) / 100).toLocaleString("en-US")}`;
}

/** Both ends of an estimate: $9,800 to $21,400. */
export function formatEstimateRange(low: number, high: number): string {
  return `${formatEstimate(low)} to ${formatEstimate(high)}`;
}

/** Reads "$1,234.5" typed by a person as cents; undefined when it is not an amount. */
export function readDollars(text: string): number | undefined {
  const match = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  return Number((match[1] ?? "0").replaceAll(",", "")) * 100 + Number((match[2] ?? "0").padEnd(2, "0"));
}
