import { DomainError, requirePermission } from "@upstream/core";
import { inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { endpointSelect, toEndpointDto } from "./endpoint-row.ts";
import type { EndpointDto, EndpointRef } from "./endpoint-schemas.ts";

/** One webhook endpoint. */
export async function getEndpoint(ctx: CustomerCtx, input: EndpointRef): Promise<EndpointDto> {
  requirePermission(ctx.actor, "webhooks:read");
  const row = await inCustomer(ctx, (tx) =>
    tx.webhookEndpoint.findFirst({ where: { customerId: ctx.customerId, id: input.endpointId, deletedAt: null }, select: endpointSelect }),
  );
  if (!row) throw new DomainError("NOT_FOUND");
  return toEndpointDto(row);
}
