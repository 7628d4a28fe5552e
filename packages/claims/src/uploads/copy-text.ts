import { isoOf } from "@upstream/core";

/** Absent value of PostgreSQL's COPY text format. */
export const copyNull = "\\N";

/** A text in COPY text format; empty means absent. */
export function copyText(text: string): string {
  if (text === "") return copyNull;
  return text.includes("\\") || /[\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, escapeOne) : text;
}

function escapeOne(char: string): string {
  return char === "\\" ? "\\\\" : char === "\t" ? "\\t" : char === "\n" ? "\\n" : "\\r";
}

/** A number or null in COPY text format. */
export function copyNumber(value: number | null): string {
  return value === null ? copyNull : String(value);
}

/** A yes, no or null in COPY text format. */
export function copyFlag(value: boolean | null): string {
  return value === null ? copyNull : value ? "t" : "f";
}

const dates = new Map<number, string>();

/** A day number as a date in COPY text format. */
export function copyDate(day: number | null): string {
  if (day === null) return copyNull;
  const known = dates.get(day);
  if (known !== undefined) return known;
  const made = isoOf(day);
  if (dates.size < 40_000) dates.set(day, made);
  return made;
}

/** Hex digits as bytea in COPY text format. */
export function copyHex(hex: string): string {
  return `\\\\x${hex}`;
}
