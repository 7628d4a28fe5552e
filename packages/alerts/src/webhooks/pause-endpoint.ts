import { DomainError, requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { endpointSelect, loadEndpoint, toEndpointDto } from "./endpoint-row.ts";
import type { EndpointDto, EndpointRef } from "./endpoint-schemas.ts";

/** Stops sending to an endpoint; what is due and what comes waits for it. */
export async function pauseEndpoint(ctx: CustomerCtx, input: EndpointRef): Promise<EndpointDto> {
  requirePermission(ctx.actor, "webhooks:admin");
  return inCustomer(ctx, async (tx) => {
    const before = await loadEndpoint(tx, ctx, input.endpointId);
    if (before.state === "disabled") throw new DomainError("CONFLICT", { reason: "disabled" });
    const after = await tx.webhookEndpoint.update({
      where: { customerId_id: { customerId: ctx.customerId, id: input.endpointId } },
      data: { state: "paused", updatedAt: ctx.clock.now() },
      select: endpointSelect,
    });
    const { count } = await tx.delivery.updateMany({
      where: { customerId: ctx.customerId, endpointId: input.endpointId, subject: "event", state: "pending" },
      data: { state: "held", nextAttemptAt: null },
    });
    await emitAudit(tx, ctx, { action: "endpoint.pause", entity: "webhook-endpoint", entityId: after.id, payload: { held: count } });
    return toEndpointDto(after);
  });
}
