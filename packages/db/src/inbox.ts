import type { AnyTx } from "./ctx.ts";
import { executeSql, querySql, sql } from "./run-sql.ts";

/**
 * Lets an effect happen once for each consumer and key of the open customer: the second call gets the first one's stored result.
 * The result must survive JSON; a transaction that rolls back leaves the effect undone.
 */
export async function once<R>(tx: AnyTx, consumer: string, key: string, fn: () => Promise<R>): Promise<R> {
  const inserted = await executeSql(
    tx,
    sql`INSERT INTO effects (customer_id, consumer, key) VALUES (app_customer(), ${consumer}, ${key}) ON CONFLICT DO NOTHING`,
  );
  if (inserted === 0) {
    const [row] = await querySql<{ result: R }>(
      tx,
      sql`SELECT result FROM effects WHERE customer_id = app_customer() AND consumer = ${consumer} AND key = ${key}`,
    );
    return (row?.result ?? undefined) as R;
  }
  const result = await fn();
  if (result !== undefined && result !== null) {
    const stored = JSON.stringify(result);
    await executeSql(
      tx,
      sql`UPDATE effects SET result = ${stored}::jsonb WHERE customer_id = app_customer() AND consumer = ${consumer} AND key = ${key}`,
    );
  }
  return result;
}
