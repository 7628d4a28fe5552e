import { DomainError } from "@upstream/core";
import type { AuthDeps } from "../auth-deps.ts";
import { resolveApiKey } from "../api-keys/resolve-api-key.ts";
import type { CustomerPrincipal } from "../principal.ts";
import { isInCustomer } from "../principal.ts";
import { verifyAccessToken } from "./access-token.ts";
import { resolveSession } from "./resolve-session.ts";

/** Who bears an access token or an API key; throws UNAUTHENTICATED. Role and membership come from the database at every call. */
export async function authenticateBearer(deps: AuthDeps, token: string): Promise<CustomerPrincipal> {
  if (token.startsWith("upk_")) return resolveApiKey(deps, token);
  const claims = await verifyAccessToken(deps, token);
  const principal = await resolveSession(deps, { sessionId: claims.sessionId, customer: claims.customerId, jti: claims.jti });
  if (!isInCustomer(principal) || principal.kind === "apiKey" || principal.userId !== claims.userId) {
    throw new DomainError("UNAUTHENTICATED", { reason: "session-ended" });
  }
  return principal;
}
