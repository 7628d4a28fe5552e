/** Whole US cents. Kept as a safe integer; sums over many claims stay below 2^53. */
export type Cents = number;

const pattern = /^(\()?(-)?\$?(-)?(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d{0,2}))?(\))?$/;

/**
 * Reads `1234.5`, `1,234.56`, `$1,234.56`, `(12.00)` as cents. Parentheses or one minus mean negative.
 * Anything else, more than two decimals and exponents included, is undefined: nothing is rounded in silence.
 */
export function parseCents(text: string): Cents | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [, open, minusBefore, minusAfter, whole, fraction, close] = match;
  if ((open === undefined) !== (close === undefined)) return undefined;
  if (whole === undefined && (fraction === undefined || fraction === "")) return undefined;
  const minus = [open, minusBefore, minusAfter].filter((sign) => sign !== undefined).length;
  if (minus > 1) return undefined;
  const digits = (whole ?? "0").replaceAll(",", "");
  if (digits.length > 13) return undefined;
  const cents = Number(digits) * 100 + Number((fraction ?? "").padEnd(2, "0"));
  return minus === 1 && cents !== 0 ? -cents : cents;
}

/** Cents as `$1,234.56`, negative with U+2212. */
export function formatCents(cents: Cents): string {
  const sign = cents < 0 ? "\u2212" : "";
  const whole = Math.floor(Math.abs(cents) / 100).toLocaleString("en-US");
  return `${sign}$${whole}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;
}
