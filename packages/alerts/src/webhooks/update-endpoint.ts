import { requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { Outbound } from "../outbound.ts";
import { checkEndpointUrl } from "./check-endpoint.ts";
import { endpointSelect, loadEndpoint, toEndpointDto } from "./endpoint-row.ts";
import type { EndpointRow } from "./endpoint-row.ts";
import type { EndpointDto, UpdateEndpointInput } from "./endpoint-schemas.ts";

/** Changes address, events, description or headers; what waits goes to the new address. */
export async function updateEndpoint(
  ctx: CustomerCtx,
  input: UpdateEndpointInput,
  outbound: Pick<Outbound, "checkUrl">,
): Promise<EndpointDto> {
  requirePermission(ctx.actor, "webhooks:admin");
  if (input.url !== undefined) checkEndpointUrl(input.url, outbound);
  const { endpointId, ...changes } = input;
  const data = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return inCustomer(ctx, async (tx) => {
    const before = await loadEndpoint(tx, ctx, endpointId);
    const after = await tx.webhookEndpoint.update({
      where: { customerId_id: { customerId: ctx.customerId, id: endpointId } },
      data: { ...data, updatedAt: ctx.clock.now() },
      select: endpointSelect,
    });
    const shown = (row: EndpointRow) => ({
      url: row.url,
      events: row.events,
      description: row.description,
      headerNames: Object.keys(row.headers as object),
    });
    await emitAudit(tx, ctx, {
      action: "endpoint.update",
      entity: "webhook-endpoint",
      entityId: endpointId,
      before: shown(before),
      after: shown(after),
    });
    return toEndpointDto(after);
  });
}
