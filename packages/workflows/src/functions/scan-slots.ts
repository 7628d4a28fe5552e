import { addDays, dayOf, hourIn, todayIn, weekdayOf } from "@upstream/core";

/** Scheduled scans start from this hour of the customer's day on. */
const SCAN_HOUR = 6;

/** The customer's date whose daily scan has come, or undefined before the hour of the day. */
export function dailySlot(zone: string, now: Date): string | undefined {
  return hourIn(zone, now) >= SCAN_HOUR ? todayIn(zone, now) : undefined;
}

/** The Monday whose weekly scan has come: from its hour on, for the rest of that week. */
export function weeklySlot(zone: string, now: Date): string | undefined {
  const today = todayIn(zone, now);
  const weekday = weekdayOf(dayOf(today));
  return weekday > 0 || hourIn(zone, now) >= SCAN_HOUR ? addDays(today, -weekday) : undefined;
}
