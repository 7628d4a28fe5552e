import type { SessionId } from "@upstream/core";
import { asSystem } from "@upstream/db";
import type { AuthDeps } from "../auth-deps.ts";
import { writeAuthAudit } from "../audit-log/write-auth-audit.ts";

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
    await writeAuthAudit(deps, {
      customerId: ended.customerId,
      actor: `user:${ended.userId}`,
      requestId,
      action: "auth.logout",
      entity: "session",
      entityId: sessionId,
    });
  }
}
