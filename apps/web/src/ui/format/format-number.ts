const minus = "\u2212";
const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A count, exact, with thousands separators: 9,612. */
export function formatCount(count: number): string {
  return Math.abs(count)
    .toLocaleString("en-US")
    .replace(/^/, count < 0 ? minus : "");
}

/** Small counts as words for sentences ("two payers"), larger ones in digits. */
export function countWord(count: number): string {
  return words[count] ?? formatCount(count);
}

/** The same with a capital letter, for the start of a sentence. */
export function countWordFirst(count: number): string {
  const word = countWord(count);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `one` or `many`, by the count. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** A rate between 0 and 1 with one decimal: 18.6%. */
export function formatRate(rate: number): string {
  return `${formatDecimal(rate * 100)}%`;
}

/** A share between 0 and 1 as a whole percentage: 49%. */
export function formatShare(share: number): string {
  return `${formatCount(Math.round(share * 100))}%`;
}

/** One decimal with U+2212 for negatives; never "−0.0". */
export function formatDecimal(value: number, digits = 1): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `${minus}${text}` : text;
}

/** Signed with one decimal: +11.5, −5.2, 0.0. */
export function formatSigned(value: number, digits = 1): string {
  const text = formatDecimal(value, digits);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** Bytes for people: 812 B, 14.2 MB. */
export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit] ?? "GB"}`;
}
