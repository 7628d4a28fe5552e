import { requirePermission } from "@upstream/core";
import { emitAudit, executeSql, inCustomer, sql } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { cancelWaiting } from "../deliveries/new-delivery.ts";
import { loadChannel } from "./channel-row.ts";
import type { ChannelRef } from "./channel-schemas.ts";

/** Removes a channel and its secrets; its log stays, what was still waiting is cancelled. */
export async function deleteChannel(ctx: CustomerCtx, input: ChannelRef): Promise<{ id: string }> {
  requirePermission(ctx.actor, "channels:admin");
  const now = ctx.clock.now();
  return inCustomer(ctx, async (tx) => {
    const before = await loadChannel(tx, ctx, input.channelId);
    await executeSql(
      tx,
      sql`UPDATE channels SET deleted_at = ${now}, is_enabled = false, secrets = NULL, updated_at = ${now}
        WHERE customer_id = ${ctx.customerId}::uuid AND id = ${input.channelId}::uuid`,
    );
    const cancelled = await cancelWaiting(tx, ctx, { column: "channel", id: input.channelId });
    await emitAudit(tx, ctx, {
      action: "channel.delete",
      entity: "channel",
      entityId: before.id,
      payload: { name: before.name, kind: before.kind, cancelled },
    });
    return { id: before.id };
  });
}
