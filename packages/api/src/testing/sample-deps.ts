import { fixedClock, silentLogger } from "@upstream/core";
import type { Logger } from "@upstream/core";
import type { ApiDeps } from "../deps.ts";

/** Dependencies for tests that reach no database: a limit with `remaining` calls left, below zero for none. */
export function sampleDeps(remaining = 9, logger: Logger = silentLogger): ApiDeps {
  const state = { isAllowed: remaining >= 0, limit: 10, remaining: Math.max(0, remaining), resetSeconds: 30 };
  const rateLimiter = { policy: { name: "default", points: 10, windowSeconds: 60 }, count: async () => state, consume: async () => state };
  return {
    clock: fixedClock("2026-03-31T12:00:00Z"),
    logger,
    rateLimiter,
    issuer: "https://upstream.example",
    addressOf: () => "192.0.2.1",
  } as unknown as ApiDeps;
}
