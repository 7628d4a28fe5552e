import { compileExpression, isMatch } from "./expressions.ts";
import { NOTIFY_WAKE } from "./jobs-db.ts";
import type { JobsDb, Sql } from "./jobs-db.ts";
import { jsonText } from "./json-text.ts";
import type { FunctionTable } from "./learn-functions.ts";
import type { EventRecord } from "./protocol.ts";
import { answerStep } from "./run-store.ts";
import { DEDUPE_MS, startRuns } from "./start-runs.ts";
import type { NewRun } from "./start-runs.ts";

const RECORD = `
INSERT INTO jobs.events AS known (id, name, data, received_at)
SELECT DISTINCT ON (e.id) e.id, e.name, e.data, $2 FROM jsonb_to_recordset($1::jsonb) AS e(id text, name text, data jsonb)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, data = excluded.data, received_at = excluded.received_at WHERE known.received_at <= $3
RETURNING id`;

async function recordFresh(sql: Sql, events: EventRecord[], now: Date): Promise<EventRecord[]> {
  const rows = await sql<{ id: string }>(RECORD, [jsonText(events), now, new Date(now.getTime() - DEDUPE_MS)]);
  const fresh = new Set(rows.map((row) => row.id));
  return events.filter((event) => fresh.delete(event.id));
}

/** The runs an event starts, one for each function that listens to it. */
export function runsFor(table: FunctionTable, event: EventRecord): NewRun[] {
  const functions = [...table.values()];
  return functions
    .filter((fn) => fn.events.some((one) => one.event === event.name && isMatch(one.filter, { event })))
    .map((fn) => ({ fn, event }));
}

async function answerWaits(sql: Sql, event: EventRecord, now: Date): Promise<void> {
  const waits = await sql<{ run_id: string; step_id: string; wait_if: string | null; event: EventRecord }>(
    `SELECT step.run_id, step.step_id, step.wait_if, run.event FROM jobs.run_steps step JOIN jobs.runs run ON run.id = step.run_id
     WHERE step.memo IS NULL AND step.wait_event = $1 AND run.status = 'active' AND (step.due_at IS NULL OR step.due_at > $2)`,
    [event.name, now],
  );
  for (const wait of waits) {
    const filter = wait.wait_if === null ? undefined : compileExpression(wait.wait_if);
    if (!isMatch(filter, { event: wait.event, async: event })) continue;
    await answerStep(sql, { runId: wait.run_id, stepId: wait.step_id }, { memo: { data: event }, now });
  }
}

/** A run nobody holds ends at once; a held or invoked one is marked, and ends before its next step. */
async function cancelRuns(sql: Sql, ids: string[], now: Date): Promise<void> {
  await sql(
    `UPDATE jobs.runs SET status = 'cancelled', cancelled_at = $2, finished_at = $2, fence = fence + 1, lease_until = NULL, due_at = NULL, retry_at = NULL
     WHERE id = ANY($1) AND status = 'active' AND (lease_until IS NULL OR lease_until <= $2) AND parent_run_id IS NULL`,
    [ids, now],
  );
  await sql(`UPDATE jobs.runs SET cancelled_at = $2, nudged = true, due_at = least(due_at, $2) WHERE id = ANY($1) AND status = 'active'`, [
    ids,
    now,
  ]);
}

async function cancelMatching(sql: Sql, table: FunctionTable, arrival: { event: EventRecord; now: Date }): Promise<void> {
  const { event, now } = arrival;
  for (const fn of table.values()) {
    const filters = fn.cancellations.filter((one) => one.event === event.name);
    if (filters.length === 0) continue;
    const runs = await sql<{ id: string; event: EventRecord }>(
      `SELECT id, event FROM jobs.runs WHERE status = 'active' AND function_id = $1`,
      [fn.id],
    );
    const hit = runs.filter((run) => filters.some((one) => isMatch(one.filter, { event: run.event, async: event })));
    if (hit.length > 0)
      await cancelRuns(
        sql,
        hit.map((run) => run.id),
        now,
      );
  }
}

async function acceptIn(sql: Sql, table: FunctionTable, batch: { events: EventRecord[]; now: Date }): Promise<void> {
  const { now } = batch;
  const cancelNames = new Set([...table.values()].flatMap((fn) => fn.cancellations.map((one) => one.event)));
  const fresh = await recordFresh(sql, batch.events, now);
  const waited = await sql<{ wait_event: string }>(
    `SELECT DISTINCT wait_event FROM jobs.run_steps WHERE memo IS NULL AND wait_event = ANY($1)`,
    [[...new Set(fresh.map((event) => event.name))]],
  );
  const waitNames = new Set(waited.map((row) => row.wait_event));
  let starts: NewRun[] = [];
  for (const event of fresh) {
    if (cancelNames.has(event.name)) {
      await startRuns(sql, starts, now);
      starts = [];
      await cancelMatching(sql, table, { event, now });
    }
    if (waitNames.has(event.name)) await answerWaits(sql, event, now);
    starts.push(...runsFor(table, event));
  }
  await startRuns(sql, starts, now);
  await sql(NOTIFY_WAKE);
}

/** Takes in events in one transaction: an id seen within a day does nothing more; others start, wake or cancel runs. */
export async function acceptEvents(db: JobsDb, table: FunctionTable, batch: { events: EventRecord[]; now: Date }): Promise<void> {
  if (batch.events.length > 0) await db.inTransaction((sql) => acceptIn(sql, table, batch));
}
