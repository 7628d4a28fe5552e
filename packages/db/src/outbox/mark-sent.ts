import type { Tx } from "../ctx.ts";
import { executeSql, sql } from "../run-sql.ts";

/** Notes that these events have left. */
export async function markSent(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await executeSql(tx, sql`UPDATE outbox_events SET sent_at = now() WHERE id = ANY(${[...ids]}::uuid[]) AND sent_at IS NULL`);
}
