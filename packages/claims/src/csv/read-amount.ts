const shape = /^\$? ?(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d{1,2}))?$/;
const maxDigits = 10;

function magnitude(text: string): number | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const [, whole, fraction] = match;
  if (whole === undefined && fraction === undefined) return undefined;
  const digits = whole === undefined ? "0" : whole.includes(",") ? whole.replaceAll(",", "") : whole;
  if (digits.length > maxDigits) return undefined;
  return Number(digits) * 100 + (fraction === undefined ? 0 : fraction.length === 1 ? Number(fraction) * 10 : Number(fraction));
}

const scales = [100, 10, 1];

/** Digits read as one number, brought to cents by how many of them stand after the point (-1: no point). */
function scaled(digits: number, decimals: number, length: number): number | undefined {
  const whole = decimals < 0 ? length : length - decimals - 1;
  if (decimals === 0 || whole > maxDigits) return undefined;
  return digits * (scales[Math.max(0, decimals)] ?? 1);
}

function plainMagnitude(text: string): number | undefined {
  let cents = 0;
  let decimals = -1;
  if (text === "") return undefined;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 46 && decimals < 0 && at > 0) decimals = 0;
    else if (code >= 48 && code <= 57 && decimals < 2) {
      cents = cents * 10 + code - 48;
      if (decimals >= 0) decimals += 1;
    } else return undefined;
  }
  return scaled(cents, decimals, text.length);
}

/**
 * Reads `1234.5`, `1,234.56`, `$1,234.56`, `(12.00)` and `-12.00` as whole cents.
 * Undefined for a negative zero, an exponent, a third decimal or anything else; nothing is rounded.
 */
export function readAmount(text: string): number | undefined {
  const plain = plainMagnitude(text);
  if (plain !== undefined) return plain;
  const inner = /^\$? ?\((.*)\)$/.exec(text);
  const minus = inner ? null : /^(?:-(\$? ?.*)|(\$)-(.*))$/.exec(text);
  if (!inner && !minus) return magnitude(text);
  const cents = magnitude(inner ? (inner[1] ?? "").trim() : (minus?.[1] ?? minus?.[3] ?? ""));
  return cents === undefined || cents === 0 ? undefined : -cents;
}
