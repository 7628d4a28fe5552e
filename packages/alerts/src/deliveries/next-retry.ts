import { jitter } from "@upstream/core";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Wait before attempt 1, 2, …, 10 of a delivery, in milliseconds. */
export const retryDelays = [
  0,
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
] as const;

/** A delivery may be sent again until it has had so many attempts: another whole round still fits the thousand that are kept. */
export const replayableAttempts = 1_000 - retryDelays.length;

const busyStatuses = new Set([429, 502, 503, 504]);
const longestWait = 24 * hour;

export type FailedAttempt = {
  /** Attempts of this round that were made, the failed one included. */
  tries: number;
  status: number | null;
  isTimeout: boolean;
  retryAfter: string | null;
};

/** When to try again after a failure, or null when the schedule is used up. `spread` adds the jitter of ±20 %. */
export function nextRetry(
  failed: FailedAttempt,
  now: Date,
  spread: (milliseconds: number) => number = (wait) => jitter(wait, 0.2),
): Date | null {
  const delay = retryDelays[failed.tries];
  if (delay === undefined) return null;
  const isBusy = failed.isTimeout || (failed.status !== null && busyStatuses.has(failed.status));
  const base = Math.max(spread(delay), isBusy ? minute : 0);
  const asked = retryAfterMs(failed.retryAfter, now);
  const wait = asked === null ? base : Math.min(Math.max(asked, base), Math.max(longestWait, base));
  return new Date(now.getTime() + wait);
}

/** Milliseconds of a Retry-After header (RFC 9110 10.2.3): seconds or an HTTP date; null when absent or unreadable. */
export function retryAfterMs(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * second;
  if (!/^[A-Z][a-z]{2}, /.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
