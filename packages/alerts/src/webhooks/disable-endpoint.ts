import { emitAudit, executeSql, querySql, recordEvents, sql } from "@upstream/db";
import type { AnyTx, CustomerCtx } from "@upstream/db";
import type { ChannelMessage } from "../channels/message.ts";
import { insertDeliveries } from "../deliveries/new-delivery.ts";
import type { NewDelivery } from "../deliveries/new-delivery.ts";
import { targetKeyOf } from "../deliveries/target-key.ts";
import { deliveryDue } from "../events.ts";

/** Switches an endpoint off for good reason: what waits is held, not dropped, and the owners get a mail. */
export async function disableEndpoint(
  tx: AnyTx,
  ctx: CustomerCtx,
  of: { endpointId: string; url: string; reason: "gone" | "failing" },
): Promise<void> {
  const now = ctx.clock.now();
  await executeSql(
    tx,
    sql`WITH off AS (
        UPDATE webhook_endpoints SET state = 'disabled', disabled_reason = ${of.reason}, disabled_at = ${now}, updated_at = ${now}
        WHERE customer_id = ${ctx.customerId}::uuid AND id = ${of.endpointId}::uuid
      )
      UPDATE deliveries SET state = 'held', next_attempt_at = NULL
      WHERE customer_id = ${ctx.customerId}::uuid AND endpoint_id = ${of.endpointId}::uuid AND subject = 'event' AND state = 'pending'`,
  );
  await emitAudit(tx, ctx, {
    action: "endpoint.disable",
    entity: "webhook-endpoint",
    entityId: of.endpointId,
    payload: { reason: of.reason },
  });
  const owners = await querySql<{ email: string; slug: string }>(
    tx,
    sql`SELECT u.email, c.slug FROM memberships m JOIN users u ON u.id = m.user_id JOIN customers c ON c.id = m.customer_id
      WHERE m.customer_id = ${ctx.customerId}::uuid AND m.role = 'owner' AND u.disabled_at IS NULL`,
  );
  const { targets } = await insertDeliveries(
    tx,
    ctx,
    owners.map((owner) => noticeFor(owner, of)),
  );
  await recordEvents(
    tx,
    ctx,
    targets.map((targetKey) => deliveryDue({ targetKey })),
  );
}

function noticeFor(
  owner: { email: string; slug: string },
  of: { endpointId: string; url: string; reason: "gone" | "failing" },
): NewDelivery {
  const message: ChannelMessage = {
    kind: "endpoint-disabled",
    endpointUrl: new URL(of.url).origin,
    reason: of.reason,
    url: `/${owner.slug}/settings/webhooks`,
  };
  return {
    subject: "notice",
    event: "endpoint.disabled",
    endpointId: of.endpointId,
    recipient: owner.email,
    targetKey: targetKeyOf("", owner.email),
    body: JSON.stringify(message),
    state: "pending",
  };
}
