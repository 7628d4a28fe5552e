import type { CustomerId } from "@upstream/core";
import { asSystem, inCustomer, querySql, recordEvents, sql } from "@upstream/db";
import type { CustomerCtx, Db } from "@upstream/db";
import { deliveryDue } from "../events.ts";

export type DueTarget = { customerId: CustomerId; targetKey: string };

/** Targets of all customers with something due that nobody holds: due retries, and claims whose worker died. */
export async function findDueTargets(db: Db, now: Date): Promise<DueTarget[]> {
  return asSystem("sweep", db, (tx) =>
    querySql<DueTarget>(
      tx,
      sql`SELECT DISTINCT customer_id::text AS "customerId", target_key AS "targetKey" FROM deliveries
        WHERE state = 'pending' AND next_attempt_at <= ${now} AND (locked_until IS NULL OR locked_until <= ${now}) ORDER BY 1, 2 LIMIT 5000`,
    ),
  );
}

/** Says again, through the outbox of one customer, that these targets have something due. */
export async function announceDueTargets(ctx: CustomerCtx, targetKeys: readonly string[]): Promise<void> {
  await inCustomer(ctx, (tx) =>
    recordEvents(
      tx,
      ctx,
      targetKeys.map((targetKey) => deliveryDue({ targetKey })),
    ),
  );
}
