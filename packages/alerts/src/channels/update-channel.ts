import { requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx, Prisma } from "@upstream/db";
import type { Outbound } from "../outbound.ts";
import { channelSelect, loadChannel, toChannelDto } from "./channel-row.ts";
import type { ChannelDto, UpdateChannelInput } from "./channel-schemas.ts";
import { checkChannel } from "./check-channel.ts";
import { openSecrets, sealSecrets } from "./sealed-secrets.ts";

/** Changes a channel; secrets that are not given stay as they are. */
export async function updateChannel(
  ctx: CustomerCtx,
  input: UpdateChannelInput,
  outbound: Pick<Outbound, "checkUrl">,
): Promise<ChannelDto> {
  requirePermission(ctx.actor, "channels:admin");
  const place = { table: "channels" as const, rowId: input.channelId };
  return inCustomer(ctx, async (tx) => {
    const before = await loadChannel(tx, ctx, input.channelId);
    const kept = before.secrets === null ? null : openSecrets(ctx, place, before.secrets);
    const { config, secrets } = checkChannel(
      before.kind,
      { config: input.config ?? before.config, secrets: input.secrets ?? kept },
      outbound,
    );
    const after = await tx.channel.update({
      where: { customerId_id: { customerId: ctx.customerId, id: input.channelId } },
      data: {
        ...(input.name === undefined ? {} : { name: input.name }),
        ...(input.isEnabled === undefined ? {} : { isEnabled: input.isEnabled }),
        ...(input.secrets === undefined || secrets === null ? {} : { secrets: sealSecrets(ctx, place, secrets) }),
        config: config as Prisma.InputJsonObject,
        updatedAt: ctx.clock.now(),
      },
      select: channelSelect,
    });
    await emitAudit(tx, ctx, { action: "channel.update", entity: "channel", entityId: after.id, before, after });
    return toChannelDto({ ...after, hasSecrets: after.secrets !== null });
  });
}
