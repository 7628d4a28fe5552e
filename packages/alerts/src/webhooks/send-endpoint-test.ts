import { DomainError, requirePermission } from "@upstream/core";
import { emitAudit, inCustomer, recordEvent } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { webhookTest } from "../events.ts";
import { loadEndpoint } from "./endpoint-row.ts";
import type { EndpointRef } from "./endpoint-schemas.ts";

/** Sends `webhook.test` to one endpoint the way every event goes; its delivery shows in the log under the event's id. */
export async function sendEndpointTest(ctx: CustomerCtx, input: EndpointRef): Promise<{ eventId: string }> {
  requirePermission(ctx.actor, "webhooks:admin");
  return inCustomer(ctx, async (tx) => {
    const endpoint = await loadEndpoint(tx, ctx, input.endpointId);
    if (endpoint.state !== "active") throw new DomainError("CONFLICT", { reason: endpoint.state });
    const eventId = await recordEvent(tx, ctx, webhookTest({ endpointId: input.endpointId }));
    await emitAudit(tx, ctx, { action: "endpoint.test", entity: "webhook-endpoint", entityId: endpoint.id, payload: { eventId } });
    return { eventId };
  });
}
