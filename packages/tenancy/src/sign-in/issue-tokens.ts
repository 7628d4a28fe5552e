import type { CustomerId } from "@upstream/core";
import { DomainError } from "@upstream/core";
import type { AuthDeps } from "../auth-deps.ts";
import type { TokenDto, TokenInput } from "../schemas.ts";
import { writeAuthAudit } from "../audit-log/write-auth-audit.ts";
import { accessTokenSeconds, issueAccessToken } from "./access-token.ts";
import { createRefreshToken } from "./create-refresh-token.ts";
import { startSession } from "./start-session.ts";
import { verifyPassword } from "./verify-password.ts";

/** Signs in with address and password and answers an access and a refresh token for one customer: the one named, else the first; for the platform's own staff one that opens no customer. */
export async function issueTokens(deps: AuthDeps, input: TokenInput, caller: { address: string; requestId: string }): Promise<TokenDto> {
  const account = await verifyPassword(deps, { ...input, ...caller });
  const customerId: CustomerId | null = input.customerId ?? account.customerIds[0] ?? null;
  const mayEnter = customerId === null ? account.isSuperuser : account.customerIds.includes(customerId);
  if (!mayEnter) throw new DomainError("UNAUTHENTICATED", { reason: "sign-in" });
  const sessionId = await startSession(deps, { userId: account.userId, customerId, client: "api", address: caller.address });
  await writeAuthAudit(deps, {
    customerId,
    actor: `user:${account.userId}`,
    requestId: caller.requestId,
    action: "auth.token",
    entity: "session",
    entityId: sessionId,
  });
  const refreshToken = await createRefreshToken(deps, sessionId);
  const accessToken = await issueAccessToken(deps, { userId: account.userId, sessionId, customerId });
  return { accessToken, refreshToken, tokenType: "Bearer", expiresIn: accessTokenSeconds };
}
