import { DomainError, requirePermission } from "@upstream/core";
import { emitAudit, inCustomer, querySql, recordEvent, sql } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { deliveryDue } from "../events.ts";
import type { DeliveryRef } from "./delivery-schemas.ts";
import { replayableAttempts } from "./next-retry.ts";

type Row = { state: string; attempt: number; targetKey: string; isTargetGone: boolean; isTargetOff: boolean };

/** Sends a delivery again under its own id, whatever became of it; for an endpoint that is off it waits. */
export async function replayDelivery(ctx: CustomerCtx, input: DeliveryRef): Promise<{ id: string; state: "pending" | "held" }> {
  requirePermission(ctx.actor, "webhooks:admin");
  const now = ctx.clock.now();
  return inCustomer(ctx, async (tx) => {
    const [row] = await querySql<Row>(
      tx,
      sql`SELECT d.state, d.attempt, d.target_key AS "targetKey", (c.deleted_at IS NOT NULL OR e.deleted_at IS NOT NULL) AS "isTargetGone",
          COALESCE(d.subject = 'event' AND e.state <> 'active', false) AS "isTargetOff"
        FROM deliveries d LEFT JOIN channels c ON c.customer_id = d.customer_id AND c.id = d.channel_id
        LEFT JOIN webhook_endpoints e ON e.customer_id = d.customer_id AND e.id = d.endpoint_id
        WHERE d.customer_id = ${ctx.customerId}::uuid AND d.id = ${input.deliveryId}::uuid FOR UPDATE OF d`,
    );
    if (!row) throw new DomainError("NOT_FOUND");
    if (row.isTargetGone) throw new DomainError("CONFLICT", { reason: "target-gone" });
    if (row.attempt > replayableAttempts) throw new DomainError("CONFLICT", { reason: "replayed-often" });
    const state = row.isTargetOff ? "held" : "pending";
    await tx.delivery.update({
      where: { customerId_id: { customerId: ctx.customerId, id: input.deliveryId } },
      data: { state, tries: 0, nextAttemptAt: state === "pending" ? now : null, finishedAt: null },
      select: { id: true },
    });
    await emitAudit(tx, ctx, { action: "delivery.replay", entity: "delivery", entityId: input.deliveryId, payload: { from: row.state } });
    if (state === "pending") await recordEvent(tx, ctx, deliveryDue({ targetKey: row.targetKey }));
    return { id: input.deliveryId, state };
  });
}
