import { DomainError, requirePermission } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { isoTime } from "../lifecycle/judgment-row.ts";
import { deliveryColumns, deliveryTables, toDeliveryDto } from "./delivery-row.ts";
import type { DeliveryRow } from "./delivery-row.ts";
import type { DeliveryDetail, DeliveryRef } from "./delivery-schemas.ts";

const text = `SELECT ${deliveryColumns}, d.body, COALESCE((SELECT json_agg(json_build_object('attempt', t.attempt, 'outcome', t.outcome, 'status', t.status,
      'error', t.error, 'durationMs', t.duration_ms, 'response', t.response, 'startedAt', t.started_at) ORDER BY t.attempt)
    FROM delivery_attempts t WHERE t.customer_id = d.customer_id AND t.delivery_id = d.id), '[]'::json) AS attempts
  FROM ${deliveryTables} WHERE d.customer_id = $1 AND d.id = $2`;

/** One delivery with its body as sent and every attempt's answer. */
export async function getDelivery(ctx: CustomerCtx, input: DeliveryRef): Promise<DeliveryDetail> {
  requirePermission(ctx.actor, "webhooks:read");
  const row = await readInCustomer(ctx, (query) =>
    query.row<DeliveryRow & Pick<DeliveryDetail, "body" | "attempts">>("get-delivery", text, [ctx.customerId, input.deliveryId]),
  );
  if (!row) throw new DomainError("NOT_FOUND");
  return {
    ...toDeliveryDto(row),
    body: row.body,
    attempts: row.attempts.map((attempt) => ({ ...attempt, startedAt: isoTime(attempt.startedAt) })),
  };
}
