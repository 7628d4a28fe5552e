import type { CustomerId } from "@upstream/core";
import type { Tx } from "../ctx.ts";
import { querySql, sql } from "../run-sql.ts";

export type OutboxRow = {
  id: string;
  customerId: CustomerId;
  name: string;
  data: Record<string, unknown>;
  requestId: string | null;
  createdAt: Date;
};

/**
 * The oldest events that wait, locked until this transaction ends. A customer whose events another relay holds is left out,
 * so that no customer's events overtake each other.
 */
export async function claimBatch(tx: Tx, limit: number): Promise<OutboxRow[]> {
  return querySql<OutboxRow>(
    tx,
    sql`WITH waiting AS MATERIALIZED (SELECT DISTINCT customer_id FROM outbox_events WHERE sent_at IS NULL),
      mine AS MATERIALIZED (SELECT customer_id FROM waiting WHERE pg_try_advisory_xact_lock(hashtextextended('outbox:' || customer_id, 0)))
      SELECT id::text, customer_id::text AS "customerId", name, data, request_id AS "requestId", created_at AS "createdAt"
      FROM outbox_events WHERE sent_at IS NULL AND customer_id IN (SELECT customer_id FROM mine)
      ORDER BY seq LIMIT ${limit}::int FOR UPDATE SKIP LOCKED`,
  );
}
