import type { CustomerId, UserId } from "@upstream/core";
import { recordEvent } from "@upstream/db";
import type { Tx } from "@upstream/db";
import { addAuthAudit } from "../audit-log/add-auth-audit.ts";
import { platformChain } from "../audit-log/write-auth-audit.ts";
import { refreshReused } from "../events.ts";

export type ReusedSession = { sessionId: string; userId: UserId; customerId: CustomerId | null; now: Date; requestId: string };

/** Ends the session of a token that was shown twice, with audit; its owner hears of it by mail, where the session has a customer. */
export async function endReusedSession(tx: Tx, reused: ReusedSession): Promise<void> {
  const { sessionId, userId, customerId, now, requestId } = reused;
  await tx.$executeRaw`UPDATE auth_sessions SET revoked_at = ${now} WHERE id = ${sessionId}::uuid AND revoked_at IS NULL`;
  await tx.$executeRaw`SELECT set_config('app.customer_id', ${customerId ?? platformChain}, true)`;
  await addAuthAudit(tx, { actor: `user:${userId}`, requestId, action: "auth.refresh_reuse", entity: "session", entityId: sessionId });
  if (customerId !== null) await recordEvent(tx, { customerId, requestId }, refreshReused({ userId }));
}
