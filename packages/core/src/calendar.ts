import { Temporal } from "temporal-polyfill";

const milliseconds = 86_400_000;

/** Days since 1970-01-01 of an ISO calendar date. */
export function dayOf(iso: string): number {
  return Math.floor(Date.parse(`${iso}T00:00:00Z`) / milliseconds);
}

/** ISO calendar date of a day number. */
export function isoOf(day: number): string {
  return new Date(day * milliseconds).toISOString().slice(0, 10);
}

/** ISO calendar date `count` days later. */
export function addDays(iso: string, count: number): string {
  return isoOf(dayOf(iso) + count);
}

/** Monday = 0 … Sunday = 6 of a day number. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The calendar date in an IANA time zone at an instant. */
export function todayIn(zone: string, now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Hour of the day, 0–23, in an IANA time zone at an instant. */
export function hourIn(zone: string, now: Date): number {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).hour;
}

/** Whether the name is an IANA time zone that this runtime knows. An offset is none: PostgreSQL would read its sign the other way round. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
