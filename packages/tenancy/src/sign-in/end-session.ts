import type { SessionId } from "@upstream/core";
import { asSystem } from "@upstream/db";
import type { AuthDeps } from "../auth-deps.ts";
import { writeAuthAudit } from "../audit-log/write-platform-audit.ts";
import { verifyAccessToken } from "./access-token.ts";

/** Ends a session for good; its cookie, access and refresh tokens stop at once. */
export async function endSession(deps: AuthDeps, sessionId: SessionId, requestId: string): Promise<void> {
  const now = deps.clock.now();
  const ended = await asSystem("sign-in", deps.db, async (tx) => {
    const session = await tx.authSession.findUnique({ where: { id: sessionId } });
    if (!session || session.revokedAt) return null;
    await tx.authSession.update({ where: { id: sessionId }, data: { revokedAt: now } });
    return session;
  });
  if (ended) {
    await writeAuthAudit(deps, { customerId: ended.customerId, actor: `user:${ended.userId}`, requestId, action: "auth.logout", entity: "session", entityId: sessionId });
  }
}

/** Signs out the bearer of an access token: its id goes on the blacklist until it would have expired, and its session ends. */
export async function endTokenSession(deps: AuthDeps, accessToken: string, requestId: string): Promise<void> {
  const claims = await verifyAccessToken(deps, accessToken);
  await asSystem("sign-in", deps.db, async (tx) => {
    await tx.$executeRaw`DELETE FROM revoked_tokens WHERE expires_at < ${deps.clock.now()}`;
    await tx.$executeRaw`INSERT INTO revoked_tokens (jti, expires_at) VALUES (${claims.jti}::uuid, ${claims.expiresAt}) ON CONFLICT DO NOTHING`;
  });
  await endSession(deps, claims.sessionId, requestId);
}
