import type { CustomerCtx, Tx } from "./ctx.ts";
import { inCustomer } from "./customer-tx.ts";

/** So many rows a transaction: their locks and their share of the log stay small. */
const batchRows = 2_000;

/** Removes rows of the customer in short transactions until a batch is not full; answers with their number. */
export async function inBatches(ctx: CustomerCtx, removeBatch: (tx: Tx, limit: number) => Promise<number>): Promise<number> {
  let removed = 0;
  for (let count = batchRows; count === batchRows; removed += count) count = await inCustomer(ctx, (tx) => removeBatch(tx, batchRows));
  return removed;
}
