const minute = 60_000;

export type SessionClient = "browser" | "api";

/** How long a session lives after its last use and in all, in milliseconds: a browser's 15 minutes and 12 hours, an API's 24 hours and 30 days. */
export const sessionLives: Record<SessionClient, { idle: number; absolute: number }> = {
  browser: { idle: 15 * minute, absolute: 12 * 60 * minute },
  api: { idle: 24 * 60 * minute, absolute: 30 * 24 * 60 * minute },
};
