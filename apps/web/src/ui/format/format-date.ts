const utc = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options });
const dayFormat = utc({ month: "short", day: "numeric" });
const dayYearFormat = utc({ month: "short", day: "numeric", year: "numeric" });
const weekdayFormat = utc({ weekday: "long", month: "long", day: "numeric" });

function parts(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Calendar date "May 19"; with the year when it is not the year of `today` (both ISO dates). */
export function formatDay(day: string, today?: string): string {
  return (today !== undefined && today.slice(0, 4) !== day.slice(0, 4) ? dayYearFormat : dayFormat).format(parts(day));
}

/** "Tuesday, May 19". */
export function formatWeekday(day: string): string {
  return weekdayFormat.format(parts(day));
}

/** "Apr 22 – May 19", both ends included. */
export function formatDayRange(from: string, to: string, today?: string): string {
  return `${formatDay(from, today)} – ${formatDay(to, today)}`;
}

/** The calendar date of an instant in an IANA zone, as ISO. */
export function dayInZone(instant: string, zone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date(instant));
}

/** "6:02 PM" in an IANA zone. */
export function formatTime(instant: string, zone: string): string {
  return new Intl.DateTimeFormat("en-US", { timeZone: zone, hour: "numeric", minute: "2-digit" })
    .format(new Date(instant))
    .replace(/\u202f/g, " ");
}

/** "today", "yesterday", "tomorrow", else "May 18", with the year when it is another one. */
export function formatNearDay(instant: string, zone: string, now: string): string {
  const day = dayInZone(instant, zone);
  const today = dayInZone(now, zone);
  const gap = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
  return gap === 0 ? "today" : gap === 1 ? "yesterday" : gap === -1 ? "tomorrow" : formatDay(day, today);
}

/** "today, 5:41 AM", "yesterday, 6:02 PM", "May 18, 6:02 PM". */
export function formatMoment(instant: string, zone: string, now: string): string {
  return `${formatNearDay(instant, zone, now)}, ${formatTime(instant, zone)}`;
}

/** Whole age in the largest unit: "4 min", "15 h", "9 d". */
export function formatAge(instant: string, now: string): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(instant)) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / 1440)} d`;
}

/** The same age in words for speech: "15 hours", "9 days". */
export function speakAge(instant: string, now: string): string {
  const [count = "0", unit = "min"] = formatAge(instant, now).split(" ");
  const word = unit === "min" ? "minute" : unit === "h" ? "hour" : "day";
  return `${count} ${word}${count === "1" ? "" : "s"}`;
}

/** The calendar date so many days later, earlier when negative. */
export function addDaysTo(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
