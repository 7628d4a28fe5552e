import { normIsf } from "./special-functions.ts";

export type Interval = { lo: number; hi: number };

/** Wilson 1927 interval of x events among n; both may be real. */
export function wilson(x: number, n: number, alpha: number): Interval {
  if (n <= 0) return { lo: 0, hi: 1 };
  const z = normIsf(alpha / 2);
  const p = x / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / scale;
  return { lo: Math.max(0, centre - half), hi: Math.min(1, centre + half) };
}

export type Share = { x: number; n: number };

/** Difference of two proportions, after minus before, with the Newcombe 1998 interval (method 10). */
export function newcombe(before: Share, after: Share, alpha: number): Interval & { diff: number } {
  const p0 = before.n > 0 ? before.x / before.n : 0;
  const p1 = after.n > 0 ? after.x / after.n : 0;
  const w0 = wilson(before.x, before.n, alpha);
  const w1 = wilson(after.x, after.n, alpha);
  const diff = p1 - p0;
  return {
    diff,
    lo: diff - Math.hypot(p1 - w1.lo, w0.hi - p0),
    hi: diff + Math.hypot(w1.hi - p1, p0 - w0.lo),
  };
}
