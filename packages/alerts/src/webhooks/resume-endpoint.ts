import { requirePermission } from "@upstream/core";
import { emitAudit, inCustomer, recordEvent } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { endpointTarget } from "../deliveries/target-key.ts";
import { deliveryDue } from "../events.ts";
import { endpointSelect, loadEndpoint, toEndpointDto } from "./endpoint-row.ts";
import type { EndpointDto, EndpointRef } from "./endpoint-schemas.ts";

/** Sends again to an endpoint that was paused or switched off: its count of failures starts over, and what waited is due at once. */
export async function resumeEndpoint(ctx: CustomerCtx, input: EndpointRef): Promise<EndpointDto> {
  requirePermission(ctx.actor, "webhooks:admin");
  const now = ctx.clock.now();
  return inCustomer(ctx, async (tx) => {
    await loadEndpoint(tx, ctx, input.endpointId);
    const healthy = { failuresInARow: 0, failingSince: null, isBreakerOpen: false, goodProbes: 0, probeAt: null };
    const after = await tx.webhookEndpoint.update({
      where: { customerId_id: { customerId: ctx.customerId, id: input.endpointId } },
      data: { ...healthy, state: "active", disabledReason: null, disabledAt: null, updatedAt: now },
      select: endpointSelect,
    });
    const { count } = await tx.delivery.updateMany({
      where: { customerId: ctx.customerId, endpointId: input.endpointId, subject: "event", state: "held" },
      data: { state: "pending", nextAttemptAt: now, tries: 0 },
    });
    await emitAudit(tx, ctx, { action: "endpoint.resume", entity: "webhook-endpoint", entityId: after.id, payload: { due: count } });
    if (count > 0) await recordEvent(tx, ctx, deliveryDue({ targetKey: endpointTarget(after.id) }));
    return toEndpointDto(after);
  });
}
