import { boundedCache } from "./clean-text.ts";

/** `day`: days since 1970-01-01, null when no accepted spelling fits. `order`: the only order in which a slash date exists. */
export type DateReading = { day: number | null; serial: boolean; order: "any" | "day-first" | "month-first" };

const time = "(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?: ?[AaPp]\\.?[Mm]\\.?)?(?: ?(?:Z|UTC|[+-]\\d{2}:?\\d{2}))?)?";
const yearFirst = new RegExp(`^(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})${time}$`);
const slashes = new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})${time}$`);
const packed = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})${time}$`);
const named = new RegExp(`^(\\d{1,2})[- ]([A-Za-z]{3,9})[- ](\\d{4}|\\d{2})${time}$`);
const serialNumber = /^(\d{5})(?:\.\d+)?$/;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const longMonths = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

const unreadable: DateReading = { day: null, serial: false, order: "any" };

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lastDayOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0);
}

/** Day number of a civil date (proleptic Gregorian, H. Hinnant's `days_from_civil`); null when the date does not exist or lies outside 1900–2099. */
export function dayOfCivil(year: number, month: number, day: number): number | null {
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) return null;
  if (day > lastDayOf(year, month)) return null;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

const plain = (year: number, month: number, day: number): DateReading => {
  const found = dayOfCivil(year, month, day);
  return found === null ? unreadable : { day: found, serial: false, order: "any" };
};

const fullYear = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));

function monthOf(word: string): number {
  const lower = word.toLowerCase();
  const short = months.indexOf(lower);
  return (short >= 0 ? short : lower === "sept" ? 8 : longMonths.indexOf(lower)) + 1;
}

function readSlashes(match: RegExpExecArray, dayFirst: boolean): DateReading {
  const first = Number(match[1]);
  const second = Number(match[2]);
  const year = fullYear(match[3] ?? "");
  const asMonthFirst = dayOfCivil(year, first, second);
  const asDayFirst = dayOfCivil(year, second, first);
  const order =
    asMonthFirst === null && asDayFirst !== null ? "day-first" : asDayFirst === null && asMonthFirst !== null ? "month-first" : "any";
  return { day: dayFirst ? asDayFirst : asMonthFirst, serial: false, order };
}

function readDateText(text: string, dayFirst: boolean): DateReading {
  const slash = slashes.exec(text);
  if (slash) return readSlashes(slash, dayFirst);
  const iso = yearFirst.exec(text) ?? undefined;
  if (iso) return plain(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const digits = packed.exec(text);
  if (digits) return plain(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  const word = named.exec(text);
  if (word) return plain(fullYear(word[3] ?? ""), monthOf(word[2] ?? ""), Number(word[1]));
  const serial = serialNumber.exec(text);
  if (!serial) return unreadable;
  const number = Number(serial[1]);
  return number >= 30_000 && number <= 60_000 ? { day: number - 25_569, serial: true, order: "any" } : unreadable;
}

/** A reader of dates by exact patterns; equal texts are read once. Slash dates are month first unless told otherwise. */
export function dateReader(dayFirst: boolean): (text: string) => DateReading {
  return boundedCache(8192, (text) => readDateText(text, dayFirst));
}
