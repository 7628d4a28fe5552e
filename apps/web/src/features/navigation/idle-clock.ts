const minute = 60_000;

/** A session of the browser ends after so much time without a key or click; the last minute is counted down. */
export const idleLimits = { warnAfter: 14 * minute, endAfter: 15 * minute, wakeEvery: 5 * minute } as const;

export type IdleState = { kind: "active" } | { kind: "warned"; secondsLeft: number } | { kind: "over" };

/** What stands after so many milliseconds without a key or click. */
export function idleState(idle: number): IdleState {
  if (idle >= idleLimits.endAfter) return { kind: "over" };
  if (idle >= idleLimits.warnAfter) return { kind: "warned", secondsLeft: Math.ceil((idleLimits.endAfter - idle) / 1_000) };
  return { kind: "active" };
}
