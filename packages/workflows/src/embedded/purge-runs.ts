import type { Sql } from "./jobs-db.ts";
import type { FunctionTable } from "./learn-functions.ts";
import { DEDUPE_MS } from "./start-runs.ts";

const BATCH = 1000;
const GONE = `{"name": "FunctionGone", "message": "No executor serves this function any more"}`;

/** `oldestActive` is the start of the oldest run that has not finished: the event behind it is still needed. */
export type PurgedRuns = { runs: number; oldestActive: Date | null };

/** Deletes runs that finished more than `keepMs` ago, events that no longer dedupe and old cron slots; fails runs of functions long gone. */
export async function purgeRuns(sql: Sql, table: FunctionTable, policy: { now: Date; keepMs: number }): Promise<PurgedRuns> {
  const { now } = policy;
  const before = new Date(now.getTime() - Math.max(policy.keepMs, DEDUPE_MS));
  await sql(
    `UPDATE jobs.runs SET status = 'failed', error = $4::jsonb, finished_at = $1, fence = fence + 1, lease_until = NULL, due_at = NULL, retry_at = NULL
     WHERE status = 'active' AND created_at < $2 AND NOT function_id = ANY($3)`,
    [now, before, [...table.keys()], GONE],
  );
  const dropBatch = `DELETE FROM jobs.runs WHERE id IN (SELECT id FROM jobs.runs WHERE finished_at < $1 LIMIT ${BATCH}) RETURNING id`;
  let runs = 0;
  for (let dropped = BATCH; dropped === BATCH; runs += dropped) dropped = (await sql(dropBatch, [before])).length;
  await sql("DELETE FROM jobs.events WHERE received_at < $1", [new Date(now.getTime() - DEDUPE_MS)]);
  await sql(
    `DELETE FROM jobs.cron_slots old WHERE slot < $1 AND EXISTS (
       SELECT 1 FROM jobs.cron_slots later WHERE later.function_id = old.function_id AND later.schedule = old.schedule AND later.slot > old.slot)`,
    [before],
  );
  const [active] = await sql<{ oldest: Date | null }>("SELECT min(created_at) AS oldest FROM jobs.runs WHERE status = 'active'");
  return { runs, oldestActive: active?.oldest ?? null };
}
