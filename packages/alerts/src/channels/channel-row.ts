import { DomainError } from "@upstream/core";
import type { ChannelId } from "@upstream/core";
import type { CustomerCtx, Prisma, Tx } from "@upstream/db";
import { channelKind } from "./index.ts";
import type { ChannelDto } from "./channel-schemas.ts";

export const channelSelect = {
  id: true,
  kind: true,
  name: true,
  config: true,
  secrets: true,
  isEnabled: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.ChannelSelect;

export type ChannelRow = Prisma.ChannelGetPayload<{ select: typeof channelSelect }>;

/** A channel that exists for this customer, or NOT_FOUND. */
export async function loadChannel(tx: Tx, ctx: CustomerCtx, channelId: ChannelId): Promise<ChannelRow> {
  const row = await tx.channel.findFirst({ where: { customerId: ctx.customerId, id: channelId, deletedAt: null }, select: channelSelect });
  if (!row) throw new DomainError("NOT_FOUND");
  return row;
}

export function toChannelDto(row: Omit<ChannelRow, "secrets"> & { hasSecrets: boolean }): ChannelDto {
  return {
    id: row.id as ChannelId,
    kind: row.kind,
    name: row.name,
    isEnabled: row.isEnabled,
    config: channelKind(row.kind).parseConfig(row.config),
    hasSecrets: row.hasSecrets,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
