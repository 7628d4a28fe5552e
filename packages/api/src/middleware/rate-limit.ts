import type { RateLimitState } from "@upstream/db";
import type { Principal } from "@upstream/tenancy";
import type { ApiDeps } from "../deps.ts";
import { Fault } from "../fault.ts";

function keyOf(principal: Principal, address: string): string {
  if (principal.kind === "anonymous") return `address:${address}`;
  return principal.kind === "apiKey" ? `key:${principal.apiKeyId}` : `user:${principal.userId}`;
}

/** Refused because the limit is used up; carries the state for the headers. */
export class LimitFault extends Fault {
  readonly state: RateLimitState;

  constructor(state: RateLimitState) {
    super("rate-limited", { retryAfterSeconds: state.resetSeconds });
    this.state = state;
  }
}

/** Counts a request of the principal (of the address where nobody is signed in) against the limit. */
export async function takeRateLimit(deps: ApiDeps, caller: { principal: Principal; address: string }): Promise<RateLimitState> {
  const state = await deps.rateLimiter.count(keyOf(caller.principal, caller.address));
  if (!state.isAllowed) throw new LimitFault(state);
  return state;
}
