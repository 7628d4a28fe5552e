import { bulkInCustomer, querySql, sql } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { DeliverySubject } from "./delivery-schemas.ts";

/** A delivery that this worker alone may attempt until its lease ends. */
export type ClaimedDelivery = {
  id: string;
  subject: DeliverySubject;
  event: string;
  aboutId: string;
  recipient: string;
  messageId: string;
  body: string;
  attempt: number;
  tries: number;
  channel: { id: string; kind: string; config: unknown } | null;
  channelSecrets: Uint8Array | null;
  endpointId: string | null;
  url: string | null;
  headers: Record<string, string> | null;
  endpointSecrets: Uint8Array | null;
  /** Mails of the past hour to the same mailbox. */
  sentLastHour: number;
};

export const claimSize = 100;
/** Longer than a batch may take (60 s), the slowest attempt (15 s) and its recording. */
export const leaseMs = 120_000;

/**
 * Claims up to 100 due deliveries of one target in one statement (SKIP LOCKED, a lease of two minutes). An open circuit breaker lets
 * one through a minute. An earlier claim whose lease ran out without a result is logged as `unknown`.
 */
export async function claimDueDeliveries(ctx: CustomerCtx, targetKey: string): Promise<ClaimedDelivery[]> {
  const now = ctx.clock.now();
  const lease = new Date(now.getTime() + leaseMs);
  const hourAgo = new Date(now.getTime() - 3_600_000);
  return bulkInCustomer(ctx, (client) =>
    querySql<ClaimedDelivery>(
      client,
      sql`WITH due AS (
          SELECT d.id, d.attempt, d.locked_until FROM deliveries d
          WHERE d.customer_id = ${ctx.customerId}::uuid AND d.target_key = ${targetKey} AND d.state = 'pending' AND d.next_attempt_at <= ${now}
            AND (d.locked_until IS NULL OR d.locked_until <= ${now})
          ORDER BY d.next_attempt_at, d.id
          LIMIT COALESCE((SELECT CASE WHEN e.state <> 'active' THEN 0 WHEN NOT e.is_breaker_open THEN ${claimSize}::int WHEN e.probe_at <= ${now} THEN 1 ELSE 0 END
            FROM webhook_endpoints e WHERE e.customer_id = ${ctx.customerId}::uuid AND 'endpoint:' || e.id = ${targetKey}), ${claimSize}::int)
          FOR UPDATE SKIP LOCKED
        ), lost AS (
          INSERT INTO delivery_attempts (customer_id, id, delivery_id, attempt, outcome, error, started_at)
          SELECT ${ctx.customerId}::uuid, gen_random_uuid(), due.id, due.attempt, 'unknown', 'lease-ran-out', due.locked_until
          FROM due WHERE due.locked_until IS NOT NULL AND due.attempt > 0
          ON CONFLICT ON CONSTRAINT delivery_attempts_number_key DO UPDATE SET outcome = 'unknown', error = 'lease-ran-out'
            WHERE delivery_attempts.outcome = 'attempting'
        ), claimed AS (
          UPDATE deliveries d SET locked_until = ${lease}, attempt = d.attempt + 1, tries = d.tries + 1
          FROM due WHERE d.customer_id = ${ctx.customerId}::uuid AND d.id = due.id RETURNING d.*
        )
        SELECT d.id::text AS id, d.subject, d.event, COALESCE(d.alert_id, d.drift_run_id, d.outbox_event_id, d.id)::text AS "aboutId", d.recipient,
          d.message_id AS "messageId", d.body, d.attempt, d.tries, c.secrets AS "channelSecrets",
          CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'kind', c.kind, 'config', c.config) END AS channel,
          e.id::text AS "endpointId", e.url, e.headers, e.secrets AS "endpointSecrets",
          CASE WHEN d.recipient = '' THEN 0 ELSE (SELECT count(*)::int FROM deliveries s WHERE s.customer_id = d.customer_id AND s.target_key = d.target_key
            AND s.state = 'delivered' AND s.finished_at > ${hourAgo}) END AS "sentLastHour"
        FROM claimed d
        LEFT JOIN channels c ON c.customer_id = d.customer_id AND c.id = d.channel_id
        LEFT JOIN webhook_endpoints e ON e.customer_id = d.customer_id AND e.id = d.endpoint_id
        ORDER BY d.next_attempt_at, d.id`,
    ),
  );
}
