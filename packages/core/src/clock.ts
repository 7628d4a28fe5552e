/** The only source of time for domains. */
export interface Clock {
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

export type AdjustableClock = Clock & { set(iso: string): void; advance(milliseconds: number): void };

/** A clock that stands still until it is moved; `sleep` moves it and returns at once. */
export function fixedClock(iso: string): AdjustableClock {
  let at = Date.parse(iso);
  return {
    now: () => new Date(at),
    sleep: async (milliseconds) => {
      at += milliseconds;
    },
    set: (next) => {
      at = Date.parse(next);
    },
    advance: (milliseconds) => {
      at += milliseconds;
    },
  };
}
