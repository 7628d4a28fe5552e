import { isTimeZone } from "@upstream/core";
import { CronExpressionParser } from "cron-parser";

export type Schedule = { expression: string; zone: string };

/** Splits `TZ=America/New_York 0 6 * * 1` into zone and expression; without a zone it is UTC. */
export function parseSchedule(text: string): Schedule {
  const match = /^TZ=(\S+)\s+(.+)$/.exec(text);
  const schedule = { zone: match?.[1] ?? "UTC", expression: match?.[2] ?? text };
  if (!isTimeZone(schedule.zone)) throw new Error(`No time zone: ${schedule.zone}`);
  CronExpressionParser.parse(schedule.expression, { tz: schedule.zone });
  return schedule;
}

/** The latest slot at or before `now`. */
export function slotBefore(schedule: Schedule, now: Date): Date {
  const justAfter = new Date(now.getTime() + 1);
  return CronExpressionParser.parse(schedule.expression, { tz: schedule.zone, currentDate: justAfter }).prev().toDate();
}

/** The first slot after `now`. */
export function slotAfter(schedule: Schedule, now: Date): Date {
  return CronExpressionParser.parse(schedule.expression, { tz: schedule.zone, currentDate: now }).next().toDate();
}
