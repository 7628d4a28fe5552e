import { DomainError, requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { ApiKeyIdInput } from "../schemas.ts";

/** Revokes a key at once; NOT_FOUND when it is unknown or was revoked before. */
export async function revokeApiKey(ctx: CustomerCtx, input: ApiKeyIdInput): Promise<void> {
  requirePermission(ctx.actor, "api-keys:admin");
  await inCustomer(ctx, async (tx) => {
    const { count } = await tx.apiKey.updateMany({
      where: { customerId: ctx.customerId, id: input.apiKeyId, revokedAt: null },
      data: { revokedAt: ctx.clock.now() },
    });
    if (count === 0) throw new DomainError("NOT_FOUND");
    await emitAudit(tx, ctx, { action: "api-key.revoke", entity: "api_key", entityId: input.apiKeyId });
  });
}
