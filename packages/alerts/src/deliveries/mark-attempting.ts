import { bulkInCustomer, executeSql, sql } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { ClaimedDelivery } from "./claim-due-deliveries.ts";

/** Notes, before the mail server is spoken to, that these deliveries are being attempted; a crash leaves the note behind. */
export async function markAttempting(ctx: CustomerCtx, deliveries: readonly ClaimedDelivery[]): Promise<void> {
  const rows = JSON.stringify(deliveries.map((delivery) => ({ id: delivery.id, attempt: delivery.attempt })));
  await bulkInCustomer(ctx, (client) =>
    executeSql(
      client,
      sql`INSERT INTO delivery_attempts (customer_id, id, delivery_id, attempt, outcome, started_at)
        SELECT ${ctx.customerId}::uuid, gen_random_uuid(), s.id, s.attempt, 'attempting', ${ctx.clock.now()}
        FROM jsonb_to_recordset(${rows}::jsonb) AS s(id uuid, attempt int)`,
    ),
  );
}
