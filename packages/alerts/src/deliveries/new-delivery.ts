import { newId } from "@upstream/core";
import type { DeliveryId } from "@upstream/core";
import { executeSql, querySql, sql } from "@upstream/db";
import type { AnyTx, CustomerCtx } from "@upstream/db";
import type { DeliverySubject } from "./delivery-schemas.ts";

export type NewDelivery = {
  subject: DeliverySubject;
  event: string;
  alertId?: string | undefined;
  driftRunId?: string | undefined;
  channelId?: string | undefined;
  outboxEventId?: string | undefined;
  endpointId?: string | undefined;
  recipient: string;
  targetKey: string;
  body: string;
  state: "pending" | "held";
};

/** Id of a message on its way out: stable over all attempts, no dots (Standard Webhooks). */
export function messageIdOf(deliveryId: string): string {
  return `msg_${deliveryId.replaceAll("-", "")}`;
}

/** Writes deliveries that are not there yet, in one statement; answers with the targets that now have something due. */
export async function insertDeliveries(
  tx: AnyTx,
  ctx: CustomerCtx,
  deliveries: readonly NewDelivery[],
): Promise<{ count: number; targets: string[] }> {
  if (deliveries.length === 0) return { count: 0, targets: [] };
  const now = ctx.clock.now();
  const rows = JSON.stringify(
    deliveries.map((delivery) => {
      const id = newId<DeliveryId>();
      return {
        id,
        subject: delivery.subject,
        event: delivery.event,
        alert_id: delivery.alertId ?? null,
        drift_run_id: delivery.driftRunId ?? null,
        channel_id: delivery.channelId ?? null,
        outbox_event_id: delivery.outboxEventId ?? null,
        endpoint_id: delivery.endpointId ?? null,
        recipient: delivery.recipient,
        target_key: delivery.targetKey,
        message_id: messageIdOf(id),
        body: delivery.body,
        state: delivery.state,
      };
    }),
  );
  const written = await querySql<{ targetKey: string; state: string }>(
    tx,
    sql`INSERT INTO deliveries (customer_id, id, subject, event, alert_id, drift_run_id, channel_id, outbox_event_id, endpoint_id, recipient, target_key,
        message_id, body, state, next_attempt_at, created_at)
      SELECT ${ctx.customerId}::uuid, d.id, d.subject, d.event, d.alert_id, d.drift_run_id, d.channel_id, d.outbox_event_id, d.endpoint_id, d.recipient, d.target_key,
        d.message_id, d.body, d.state, CASE WHEN d.state = 'pending' THEN ${now}::timestamptz END, ${now}::timestamptz
      FROM jsonb_to_recordset(${rows}::jsonb) AS d(id uuid, subject text, event text, alert_id uuid, drift_run_id uuid, channel_id uuid, outbox_event_id uuid,
        endpoint_id uuid, recipient text, target_key text, message_id text, body text, state text)
      ON CONFLICT DO NOTHING RETURNING target_key AS "targetKey", state`,
  );
  const targets = new Set(written.filter((row) => row.state === "pending").map((row) => row.targetKey));
  return { count: written.length, targets: [...targets] };
}

/** Cancels what still waits for a channel or an endpoint that is gone; answers with the number. */
export async function cancelWaiting(tx: AnyTx, ctx: CustomerCtx, of: { column: "channel" | "endpoint"; id: string }): Promise<number> {
  const owner = of.column === "channel" ? sql`channel_id` : sql`endpoint_id`;
  return executeSql(
    tx,
    sql`UPDATE deliveries SET state = 'cancelled', finished_at = ${ctx.clock.now()}, next_attempt_at = NULL, locked_until = NULL
      WHERE customer_id = ${ctx.customerId}::uuid AND ${owner} = ${of.id}::uuid AND state IN ('pending', 'held')`,
  );
}
