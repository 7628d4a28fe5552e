import type { RateLimitPolicy, RateLimitState } from "@upstream/db";

/** Headers of every answer, the limit's state where the request was counted. */
export function applyHeaders(
  headers: Headers,
  requestId: string,
  counted: { policy: RateLimitPolicy; state: RateLimitState | undefined },
): void {
  const { policy, state } = counted;
  headers.set("x-request-id", requestId);
  headers.set("x-content-type-options", "nosniff");
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  if (state === undefined) return;
  headers.set("ratelimit-policy", `"${policy.name}";q=${policy.points};w=${policy.windowSeconds}`);
  headers.set("ratelimit", `"${policy.name}";r=${state.remaining};t=${state.resetSeconds}`);
}
