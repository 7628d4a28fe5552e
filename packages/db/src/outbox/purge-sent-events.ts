import type { CustomerCtx } from "../ctx.ts";
import { inBatches } from "../in-batches.ts";
import { executeSql, sql } from "../run-sql.ts";

/** Removes events of the customer that were sent before `before`, never one that waits; answers with their number. */
export async function purgeSentEvents(ctx: CustomerCtx, before: Date): Promise<number> {
  return inBatches(ctx, (tx, limit) =>
    executeSql(
      tx,
      sql`DELETE FROM outbox_events WHERE customer_id = ${ctx.customerId}::uuid AND id IN (
        SELECT id FROM outbox_events WHERE customer_id = ${ctx.customerId}::uuid AND sent_at < ${before} ORDER BY sent_at LIMIT ${limit}::int)`,
    ),
  );
}
