import { requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { cancelWaiting } from "../deliveries/new-delivery.ts";
import { loadEndpoint } from "./endpoint-row.ts";
import type { EndpointRef } from "./endpoint-schemas.ts";

/** Removes an endpoint and its secrets; its log stays, what was still waiting is cancelled. */
export async function deleteEndpoint(ctx: CustomerCtx, input: EndpointRef): Promise<{ id: string }> {
  requirePermission(ctx.actor, "webhooks:admin");
  const now = ctx.clock.now();
  return inCustomer(ctx, async (tx) => {
    const before = await loadEndpoint(tx, ctx, input.endpointId);
    await tx.webhookEndpoint.update({
      where: { customerId_id: { customerId: ctx.customerId, id: input.endpointId } },
      data: { deletedAt: now, secrets: null, headers: {}, state: "paused", disabledReason: null, disabledAt: null, updatedAt: now },
      select: { id: true },
    });
    const cancelled = await cancelWaiting(tx, ctx, { column: "endpoint", id: input.endpointId });
    await emitAudit(tx, ctx, {
      action: "endpoint.delete",
      entity: "webhook-endpoint",
      entityId: before.id,
      payload: { url: before.url, cancelled },
    });
    return { id: before.id };
  });
}
