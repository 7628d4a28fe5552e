import { requirePermission } from "@upstream/core";
import { inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { loadChannel, toChannelDto } from "./channel-row.ts";
import type { ChannelDto, ChannelRef } from "./channel-schemas.ts";

/** One channel; secrets are never shown. */
export async function getChannel(ctx: CustomerCtx, input: ChannelRef): Promise<ChannelDto> {
  requirePermission(ctx.actor, "alerts:read");
  const row = await inCustomer(ctx, (tx) => loadChannel(tx, ctx, input.channelId));
  return toChannelDto({ ...row, hasSecrets: row.secrets !== null });
}
