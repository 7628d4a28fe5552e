import { DomainError } from "@upstream/core";
import { emitAudit } from "./audit/emit-audit.ts";
import type { CustomerCtx, Tx } from "./ctx.ts";
import { inCustomer } from "./customer-tx.ts";

async function requireLivingGrant(tx: Tx, ctx: CustomerCtx): Promise<string> {
  const { actor } = ctx;
  if (actor.kind !== "superuser") throw new DomainError("FORBIDDEN", { reason: "superuser-only" });
  const now = ctx.clock.now();
  const grant = await tx.accessGrant.findFirst({
    where: {
      customerId: ctx.customerId,
      id: actor.grantId,
      userId: actor.userId,
      endedAt: null,
      grantedAt: { lte: now },
      expiresAt: { gt: now },
    },
    select: { id: true },
  });
  if (grant === null) throw new DomainError("FORBIDDEN", { reason: "no-living-grant" });
  return grant.id;
}

/** A superuser's way into one customer: only under a grant that lives at this moment, and every use stands in the customer's own audit chain. */
export async function asPlatform<R>(ctx: CustomerCtx, use: string, fn: (tx: Tx) => Promise<R>): Promise<R> {
  return inCustomer(ctx, async (tx) => {
    const grantId = await requireLivingGrant(tx, ctx);
    await emitAudit(tx, ctx, { action: "platform.access", entity: "access-grant", entityId: grantId, payload: { use } });
    return fn(tx);
  });
}
