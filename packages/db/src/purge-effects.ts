import type { CustomerCtx } from "./ctx.ts";
import { inBatches } from "./in-batches.ts";
import { executeSql, sql } from "./run-sql.ts";

/**
 * Removes what the inbox of the customer noted before `before`; answers with the number. A note made since the oldest event
 * that is left was recorded stays: that event may come again, and may be what the note answers.
 */
export async function purgeEffects(ctx: CustomerCtx, before: Date): Promise<number> {
  const { customerId } = ctx;
  return inBatches(ctx, (tx, limit) =>
    executeSql(
      tx,
      sql`DELETE FROM effects WHERE customer_id = ${customerId}::uuid AND (consumer, key) IN (
        SELECT consumer, key FROM effects WHERE customer_id = ${customerId}::uuid
          AND created_at < least(${before}::timestamptz, (SELECT min(created_at) FROM outbox_events WHERE customer_id = ${customerId}::uuid))
        ORDER BY created_at LIMIT ${limit}::int)`,
    ),
  );
}
