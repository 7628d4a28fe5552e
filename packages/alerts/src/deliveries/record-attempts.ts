import { bulkInCustomer, emitAudit, executeSql, querySql, sql } from "@upstream/db";
import type { AnyTx, CustomerCtx } from "@upstream/db";
import { recordEndpointHealth } from "../webhooks/record-endpoint-health.ts";
import type { LockedHealth } from "../webhooks/record-endpoint-health.ts";
import type { AttemptResult, DeliveryStep } from "./delivery-result.ts";
import { stepAfter } from "./delivery-result.ts";

/** When the earliest of the recorded failures is due again, null when none is. */
export type Recorded = { delivered: number; failed: number; nextDueAt: Date | null };

/** Records up to 100 results of one target in one transaction: deliveries with their attempts, the endpoint's health, one audit entry. */
export async function recordAttempts(ctx: CustomerCtx, targetKey: string, results: readonly AttemptResult[]): Promise<Recorded> {
  if (results.length === 0) return { delivered: 0, failed: 0, nextDueAt: null };
  const steps = results.map((result) => ({ result, step: isGone(result) ? heldStep : stepAfter(result) }));
  await bulkInCustomer(ctx, async (client) => {
    const before = await writeSteps(client, ctx, steps);
    await recordEndpointHealth(client, ctx, { before, results });
    const idsOf = (ok: boolean) => results.filter((result) => result.outcome.ok === ok).map((result) => result.delivery.id);
    await emitAudit(client, ctx, {
      action: "delivery.attempt",
      entity: "delivery",
      payload: { targetKey, delivered: idsOf(true), failed: idsOf(false) },
    });
  });
  const waits = steps.flatMap(({ step }) => (step.nextAttemptAt === null ? [] : [step.nextAttemptAt]));
  const delivered = results.filter((result) => result.outcome.ok).length;
  return { delivered, failed: results.length - delivered, nextDueAt: waits.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null };
}

const heldStep: DeliveryStep = { state: "held", nextAttemptAt: null, finishedAt: null };

/** A delivery that switches its endpoint off is not dropped: it waits with the others. */
function isGone(result: AttemptResult): boolean {
  return result.delivery.endpointId !== null && result.outcome.status === 410;
}

async function writeSteps(
  tx: AnyTx,
  ctx: CustomerCtx,
  steps: readonly { result: AttemptResult; step: DeliveryStep }[],
): Promise<LockedHealth | undefined> {
  const endpointId = steps.find(({ result }) => result.delivery.subject === "event")?.result.delivery.endpointId ?? null;
  const rows = JSON.stringify(
    steps.map(({ result: { delivery, outcome, startedAt }, step }) => ({
      id: delivery.id,
      attempt: delivery.attempt,
      state: step.state,
      next_attempt_at: step.nextAttemptAt,
      finished_at: step.finishedAt,
      status: outcome.status,
      error: outcome.ok ? null : outcome.error,
      outcome: outcome.ok ? "delivered" : "failed",
      duration_ms: outcome.durationMs,
      response: outcome.response,
      started_at: startedAt,
    })),
  );
  const [health] = await querySql<LockedHealth>(
    tx,
    sql`WITH step AS (
        SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS s(id uuid, attempt int, state text, next_attempt_at timestamptz, finished_at timestamptz, status int,
          error text, outcome text, duration_ms int, response text, started_at timestamptz)
      ), logged AS (
        INSERT INTO delivery_attempts (customer_id, id, delivery_id, attempt, outcome, status, error, duration_ms, response, started_at)
        SELECT ${ctx.customerId}::uuid, gen_random_uuid(), s.id, s.attempt, s.outcome, s.status, s.error, s.duration_ms, s.response, s.started_at FROM step s
        ON CONFLICT ON CONSTRAINT delivery_attempts_number_key DO UPDATE SET outcome = excluded.outcome, status = excluded.status, error = excluded.error,
          duration_ms = excluded.duration_ms, response = excluded.response
      ), moved AS (
        UPDATE deliveries d SET locked_until = NULL, last_status = s.status, last_error = s.error,
          state = CASE WHEN d.state = 'held' AND s.state = 'pending' THEN 'held' WHEN d.state = 'cancelled' AND s.state <> 'delivered' THEN 'cancelled' ELSE s.state END,
          next_attempt_at = CASE WHEN d.state IN ('held', 'cancelled') THEN NULL ELSE s.next_attempt_at END,
          finished_at = CASE WHEN d.state = 'cancelled' AND s.state <> 'delivered' THEN d.finished_at ELSE s.finished_at END
        FROM step s WHERE d.customer_id = ${ctx.customerId}::uuid AND d.id = s.id AND d.state IN ('pending', 'held', 'cancelled') AND d.attempt = s.attempt
      )
      SELECT id::text, url, state, failures_in_a_row AS "failuresInARow", failing_since AS "failingSince", is_breaker_open AS "isBreakerOpen",
        good_probes AS "goodProbes", probe_at AS "probeAt", last_success_at AS "lastSuccessAt"
      FROM webhook_endpoints WHERE customer_id = ${ctx.customerId}::uuid AND id = ${endpointId}::uuid AND deleted_at IS NULL FOR UPDATE`,
  );
  return health;
}

/** Gives back claimed deliveries that were not attempted; they are due as before. */
export async function releaseClaims(ctx: CustomerCtx, deliveryIds: readonly string[]): Promise<void> {
  if (deliveryIds.length === 0) return;
  await bulkInCustomer(ctx, (client) =>
    executeSql(
      client,
      sql`UPDATE deliveries SET locked_until = NULL, attempt = attempt - 1, tries = tries - 1
        WHERE customer_id = ${ctx.customerId}::uuid AND id = ANY(${[...deliveryIds]}::uuid[]) AND locked_until IS NOT NULL AND tries > 0`,
    ),
  );
}
