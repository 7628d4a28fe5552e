import type { PoolClient } from "pg";
import type { CustomerCtx } from "./ctx.ts";
import { withRetries } from "./customer-tx.ts";
import { openingText } from "./door-settings.ts";
import { checkOut, rollBack } from "./driver-door.ts";
import { handlesOf } from "./handles.ts";
import { holdOpen, openTransaction } from "./open-transaction.ts";

export type BulkOptions = {
  /** Limit of one statement and of a pause between two; ten minutes when absent. */
  statementTimeoutMs?: number | undefined;
  /** Only for work that can start over; none when absent, as a consumed stream cannot. */
  retries?: number | undefined;
};

type Work<R> = (client: PoolClient) => Promise<R>;

async function bulkOnce<R>(ctx: CustomerCtx, fn: Work<R>, options: BulkOptions & { ending: () => void }): Promise<R> {
  const client = await checkOut(handlesOf(ctx.db));
  let result: R;
  try {
    await client.query(openingText(ctx, "READ WRITE", options.statementTimeoutMs ?? 600_000));
    result = await holdOpen(ctx, { kind: "driver", client }, () => fn(client));
    options.ending();
    await client.query("COMMIT");
  } catch (error) {
    await rollBack(client);
    throw error;
  }
  client.release();
  return result;
}

/** The door for set-wise work (COPY, temporary tables): one transaction of the driver under the customer's policies. */
export async function bulkInCustomer<R>(ctx: CustomerCtx, fn: Work<R>, options: BulkOptions = {}): Promise<R> {
  const outer = openTransaction(ctx);
  if (outer !== undefined) throw new Error("bulkInCustomer opens a transaction of its own and cannot join one");
  return withRetries(ctx.clock, options.retries ?? 0, (ending) => bulkOnce(ctx, fn, { ...options, ending }));
}
