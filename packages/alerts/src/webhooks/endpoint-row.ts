import { DomainError } from "@upstream/core";
import type { EndpointId } from "@upstream/core";
import type { CustomerCtx, Prisma, Tx } from "@upstream/db";
import { z } from "zod";
import { openSecrets, sealSecrets } from "../channels/sealed-secrets.ts";
import type { EndpointDto } from "./endpoint-schemas.ts";
import type { EndpointSecrets } from "./signature.ts";

export const endpointSelect = {
  id: true,
  url: true,
  events: true,
  description: true,
  headers: true,
  state: true,
  disabledReason: true,
  disabledAt: true,
  failuresInARow: true,
  failingSince: true,
  lastSuccessAt: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.WebhookEndpointSelect;

export type EndpointRow = Prisma.WebhookEndpointGetPayload<{ select: typeof endpointSelect }>;

const storedSecrets = z.object({ current: z.string(), previous: z.array(z.object({ secret: z.string(), until: z.string() })) });

/** An endpoint that exists for this customer, or NOT_FOUND. */
export async function loadEndpoint(
  tx: Tx,
  ctx: CustomerCtx,
  endpointId: EndpointId,
): Promise<EndpointRow & { secrets: Uint8Array | null }> {
  const select = { ...endpointSelect, secrets: true };
  const row = await tx.webhookEndpoint.findFirst({ where: { customerId: ctx.customerId, id: endpointId, deletedAt: null }, select });
  if (!row) throw new DomainError("NOT_FOUND");
  return row;
}

export function openEndpointSecrets(ctx: CustomerCtx, endpointId: string, sealed: Uint8Array): EndpointSecrets {
  return storedSecrets.parse(openSecrets(ctx, { table: "webhook_endpoints", rowId: endpointId }, sealed));
}

export function sealEndpointSecrets(ctx: CustomerCtx, endpointId: string, secrets: EndpointSecrets): Buffer<ArrayBuffer> {
  return sealSecrets(ctx, { table: "webhook_endpoints", rowId: endpointId }, secrets);
}

export function toEndpointDto(row: EndpointRow): EndpointDto {
  return {
    id: row.id as EndpointId,
    url: row.url,
    events: row.events,
    description: row.description,
    headerNames: Object.keys(row.headers as object),
    state: row.state as EndpointDto["state"],
    disabledReason: row.disabledReason as EndpointDto["disabledReason"],
    disabledAt: row.disabledAt?.toISOString() ?? null,
    failuresInARow: row.failuresInARow,
    failingSince: row.failingSince?.toISOString() ?? null,
    lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
