import type { RateLimitPolicy, RateLimitState } from "@upstream/db";

const always = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
};
const unlessSet = { "cache-control": "no-store", "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox" };

/** Headers of every answer, the limit's state where the request was counted. */
export function applyHeaders(
  headers: Headers,
  requestId: string,
  counted?: { policy: RateLimitPolicy; state: RateLimitState | undefined },
): void {
  headers.set("x-request-id", requestId);
  for (const [name, value] of Object.entries(always)) headers.set(name, value);
  for (const [name, value] of Object.entries(unlessSet)) if (!headers.has(name)) headers.set(name, value);
  if (counted?.state === undefined) return;
  const { policy, state } = counted;
  headers.set("ratelimit-policy", `"${policy.name}";q=${policy.points};w=${policy.windowSeconds}`);
  headers.set("ratelimit", `"${policy.name}";r=${state.remaining};t=${state.resetSeconds}`);
}
