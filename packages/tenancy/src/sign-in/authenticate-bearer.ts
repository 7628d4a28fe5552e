import { DomainError } from "@upstream/core";
import type { AuthDeps } from "../auth-deps.ts";
import { resolveApiKey } from "../api-keys/resolve-api-key.ts";
import type { Principal } from "../principal.ts";
import { isInCustomer } from "../principal.ts";
import { verifyAccessToken } from "./access-token.ts";
import { resolveSession } from "./resolve-session.ts";

/**
 * Who bears an access token or an API key; throws UNAUTHENTICATED. Role and membership come from the database at every call.
 * A token of the platform's own staff gives a principal without a customer.
 */
export async function authenticateBearer(deps: AuthDeps, token: string): Promise<Exclude<Principal, { kind: "anonymous" }>> {
  if (token.startsWith("upk_")) return resolveApiKey(deps, token);
  const claims = await verifyAccessToken(deps, token);
  const principal = await resolveSession(deps, { sessionId: claims.sessionId, customer: claims.customerId, jti: claims.jti });
  const isSame = "userId" in principal && principal.userId === claims.userId;
  const isPlaced = claims.customerId === null ? principal.kind === "member" && principal.isSuperuser : isInCustomer(principal);
  if (principal.kind === "anonymous" || !isSame || !isPlaced) throw new DomainError("UNAUTHENTICATED", { reason: "session-ended" });
  return principal;
}
