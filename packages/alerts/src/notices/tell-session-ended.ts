import type { UserId } from "@upstream/core";
import { requirePermission } from "@upstream/core";
import { bulkInCustomer, emitAudit, once, querySql, recordEvents, sql } from "@upstream/db";
import type { AnyTx, CustomerCtx } from "@upstream/db";
import type { ChannelMessage } from "../channels/message.ts";
import { insertDeliveries } from "../deliveries/new-delivery.ts";
import { targetKeyOf } from "../deliveries/target-key.ts";
import { deliveryDue } from "../events.ts";

/** Plans one mail to a person whose refresh token was shown twice, once for each event; somebody who has left the customer gets none. */
export async function tellSessionEnded(ctx: CustomerCtx, { eventId, userId }: { eventId: string; userId: UserId }): Promise<void> {
  requirePermission(ctx.actor, "alerts:write");
  await bulkInCustomer(ctx, (client) =>
    once(client, "tell-session-ended", eventId, async () => {
      const address = await addressOf(client, ctx, userId);
      if (address === undefined) return;
      const message: ChannelMessage = { kind: "session-ended", url: "/login" };
      const { targets } = await insertDeliveries(client, ctx, [
        {
          subject: "account",
          event: "auth.refresh-reused",
          outboxEventId: eventId,
          recipient: address,
          targetKey: targetKeyOf("", address),
          body: JSON.stringify(message),
          state: "pending",
        },
      ]);
      await emitAudit(client, ctx, { action: "account.tell", entity: "user", entityId: userId, payload: { about: "refresh-reuse" } });
      await recordEvents(
        client,
        ctx,
        targets.map((targetKey) => deliveryDue({ targetKey })),
      );
    }),
  );
}

async function addressOf(tx: AnyTx, ctx: CustomerCtx, userId: UserId): Promise<string | undefined> {
  const [row] = await querySql<{ email: string }>(
    tx,
    sql`SELECT u.email FROM memberships m JOIN users u ON u.id = m.user_id
      WHERE m.customer_id = ${ctx.customerId}::uuid AND m.user_id = ${userId}::uuid AND u.disabled_at IS NULL`,
  );
  return row?.email;
}
