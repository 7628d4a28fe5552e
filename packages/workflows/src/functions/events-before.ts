const DAY_MS = 24 * 3_600_000;
/** Finished runs, sent events and noted effects stay so long, in milliseconds. */
export const KEEP_MS = 30 * DAY_MS;

/**
 * Events sent before this instant may go: 30 days ago, or earlier while a run has not finished that may have begun with one of them,
 * as after weeks in which the product stood still. `oldestActive` is when the oldest such run began, ISO.
 */
export function eventsBefore(now: Date, oldestActive: string | null): Date {
  const oldestNeeded = oldestActive === null ? Infinity : Date.parse(oldestActive) - DAY_MS;
  return new Date(Math.min(now.getTime() - KEEP_MS, oldestNeeded));
}
