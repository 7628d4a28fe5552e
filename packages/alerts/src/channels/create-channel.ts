import { newId, requirePermission } from "@upstream/core";
import type { ChannelId } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx, Prisma } from "@upstream/db";
import type { Outbound } from "../outbound.ts";
import { channelSelect, toChannelDto } from "./channel-row.ts";
import type { ChannelDto, CreateChannelInput } from "./channel-schemas.ts";
import { checkChannel } from "./check-channel.ts";
import { sealSecrets } from "./sealed-secrets.ts";

/** Adds a channel; a second one of the same name is CONFLICT. */
export async function createChannel(
  ctx: CustomerCtx,
  input: CreateChannelInput,
  outbound: Pick<Outbound, "checkUrl">,
): Promise<ChannelDto> {
  requirePermission(ctx.actor, "channels:admin");
  const { config, secrets } = checkChannel(
    input.kind,
    { config: input.config, secrets: "secrets" in input ? input.secrets : null },
    outbound,
  );
  const id = newId<ChannelId>();
  const now = ctx.clock.now();
  return inCustomer(ctx, async (tx) => {
    const after = await tx.channel.create({
      data: {
        customerId: ctx.customerId,
        id,
        kind: input.kind,
        name: input.name,
        config: config as Prisma.InputJsonObject,
        secrets: secrets === null ? null : sealSecrets(ctx, { table: "channels", rowId: id }, secrets),
        isEnabled: input.isEnabled,
        createdAt: now,
        updatedAt: now,
      },
      select: channelSelect,
    });
    await emitAudit(tx, ctx, { action: "channel.create", entity: "channel", entityId: id, after });
    return toChannelDto({ ...after, hasSecrets: after.secrets !== null });
  });
}
