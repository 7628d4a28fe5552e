import { requirePermission } from "@upstream/core";
import { emitAudit, executeSql, inCustomer, recordEvent, sql } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { deliveryDue } from "../events.ts";
import { loadEndpoint } from "../webhooks/endpoint-row.ts";
import type { ReplayEndpointInput } from "../webhooks/endpoint-schemas.ts";
import { replayableAttempts } from "./next-retry.ts";
import { endpointTarget } from "./target-key.ts";

/** Sends again what an endpoint missed in a span of time, oldest first; with `includeDelivered` everything of it. */
export async function replayEndpoint(ctx: CustomerCtx, input: ReplayEndpointInput): Promise<{ replayed: number }> {
  requirePermission(ctx.actor, "webhooks:admin");
  const now = ctx.clock.now();
  const until = input.until === undefined ? now : new Date(input.until);
  return inCustomer(ctx, async (tx) => {
    const endpoint = await loadEndpoint(tx, ctx, input.endpointId);
    const isActive = endpoint.state === "active";
    const states = input.includeDelivered ? ["failed", "cancelled", "delivered"] : ["failed", "cancelled"];
    const replayed = await executeSql(
      tx,
      sql`UPDATE deliveries SET state = ${isActive ? "pending" : "held"}, tries = 0, finished_at = NULL, next_attempt_at = ${isActive ? now : null}::timestamptz
        WHERE customer_id = ${ctx.customerId}::uuid AND endpoint_id = ${input.endpointId}::uuid AND subject = 'event'
          AND attempt <= ${replayableAttempts} AND state = ANY(${states}::text[]) AND created_at >= ${new Date(input.since)} AND created_at <= ${until}`,
    );
    await emitAudit(tx, ctx, {
      action: "endpoint.replay",
      entity: "webhook-endpoint",
      entityId: endpoint.id,
      payload: { replayed, since: input.since, until: until.toISOString() },
    });
    if (replayed > 0 && isActive) await recordEvent(tx, ctx, deliveryDue({ targetKey: endpointTarget(endpoint.id) }));
    return { replayed };
  });
}
