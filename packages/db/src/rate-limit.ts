import { DomainError } from "@upstream/core";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { toDomainError } from "./db-errors.ts";
import { handlesOf } from "./handles.ts";
import type { Db } from "./handles.ts";

export type RateLimitPolicy = {
  /** Name in the RateLimit headers and prefix of the keys. */
  name: string;
  /** Requests allowed in one window. */
  points: number;
  windowSeconds: number;
};

/** State of one key after a request was counted. */
export type RateLimitState = { isAllowed: boolean; limit: number; remaining: number; resetSeconds: number };

export type RateLimiter = {
  policy: RateLimitPolicy;
  count(key: string): Promise<RateLimitState>;
  /** As `count`, but refuses with LIMITED. */
  consume(key: string): Promise<RateLimitState>;
};

function stateOf(policy: RateLimitPolicy, result: RateLimiterRes, isAllowed: boolean): RateLimitState {
  const resetSeconds = Math.max(1, Math.ceil(result.msBeforeNext / 1000));
  return { isAllowed, limit: policy.points, remaining: Math.max(0, result.remainingPoints), resetSeconds };
}

/** Counts requests per key in PostgreSQL, so that all processes share one count; a refused key is not asked about again until its window ends. */
export function createRateLimiter(db: Db, policy: RateLimitPolicy): RateLimiter {
  const store = new RateLimiterPostgres({
    storeClient: handlesOf(db).limits,
    storeType: "pool",
    tableName: "rate_limit_buckets",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: policy.name,
    points: policy.points,
    duration: policy.windowSeconds,
    inMemoryBlockOnConsumed: policy.points + 1,
  });
  const count = async (key: string): Promise<RateLimitState> => {
    try {
      return stateOf(policy, await store.consume(key), true);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return stateOf(policy, refusal, false);
      throw toDomainError(refusal);
    }
  };
  const consume = async (key: string): Promise<RateLimitState> => {
    const state = await count(key);
    if (!state.isAllowed) throw new DomainError("LIMITED", { reason: policy.name, retryAfterSeconds: state.resetSeconds });
    return state;
  };
  return { policy, count, consume };
}

/** Removes counters whose window ended before `now`; answers with their number. */
export async function purgeRateLimits(db: Db, now: Date): Promise<number> {
  const { rowCount } = await handlesOf(db).limits.query("DELETE FROM rate_limit_buckets WHERE expire < $1", [now.getTime()]);
  return rowCount ?? 0;
}
