import { isoOf, type DriftRunId } from "@upstream/core";
import { executeSql, querySql, recordEvents, sql, type AnyTx, type CustomerCtx } from "@upstream/db";
import { driftDetected, driftRecovered, driftRunCompleted } from "../events.ts";
import { methodVersion } from "./describe-event.ts";
import type { DriftInputs } from "./drift-inputs.ts";
import type { RunPlan } from "./plan-run.ts";
import { writeEvents } from "./write-events.ts";

export type RunHeader = {
  id: DriftRunId;
  kind: string;
  asOf: Date;
  asOfDay: number;
  requestedBy: string;
  startedAt: Date;
  cellsSha256: Buffer;
};
export type WriteInput = { header: RunHeader; inputs: DriftInputs; plan: RunPlan };

/** `stale`: another run of the customer was stored since the inputs were read. */
export type Written = { outcome: "written" | "stale" } | { outcome: "existing"; id: string };

async function insertRun(tx: AnyTx, ctx: CustomerCtx, { header, inputs, plan }: WriteInput): Promise<boolean> {
  const { replay, changes } = plan;
  const count = (kinds: string[]) => changes.filter(({ kind }) => kinds.includes(kind)).length;
  const uploads = JSON.stringify(inputs.uploads.map(({ id, sha256 }) => ({ id, sha256 })));
  const watermark = plan.watermark === null ? null : isoOf(plan.watermark);
  const rows = await executeSql(
    tx,
    sql`INSERT INTO drift_runs (customer_id, id, kind, as_of, as_of_day, status, watermark, history_days, method, feed_mode, look_count, is_historic,
        uploads, cells_sha256, segment_count, tested_count, opened_count, worsened_count, recovered_count, requested_by, started_at, finished_at)
      VALUES (${ctx.customerId}::uuid, ${header.id}::uuid, ${header.kind}, ${header.asOf.toISOString()}::timestamptz, ${isoOf(header.asOfDay)}::date, ${plan.status},
        ${watermark}::date, ${plan.historyDays}, ${methodVersion}, ${replay?.mode ?? null}, ${replay?.looks ?? 0}, ${replay?.isHistoric ?? false},
        ${uploads}::jsonb, ${header.cellsSha256}, ${replay?.last.look.segments.length ?? 0}, ${replay?.last.staged.filter(({ best }) => best !== undefined).length ?? 0},
        ${count(["opened"])}, ${count(["worsened"])}, ${count(["recovered", "withdrawn"])}, ${header.requestedBy},
        ${header.startedAt.toISOString()}::timestamptz, ${ctx.clock.now().toISOString()}::timestamptz)
      ON CONFLICT ON CONSTRAINT drift_runs_once_key DO NOTHING`,
  );
  return rows === 1;
}

async function insertObservations(tx: AnyTx, ctx: CustomerCtx, runId: string, rows: readonly object[]): Promise<void> {
  await executeSql(
    tx,
    sql`INSERT INTO drift_observations (customer_id, drift_run_id, signal, payer_id, cpt_group, status, window_days, best_window_days, n0, n1, value0, value1,
        effect, effect_low, effect_high, p, p_searched, q, evidence, confidence, direction, guard, stage, smallest)
      SELECT ${ctx.customerId}::uuid, ${runId}::uuid, r.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(signal text, payer_id uuid, cpt_group text,
        status text, window_days smallint, best_window_days smallint, n0 float8, n1 float8, value0 float8, value1 float8, effect float8, effect_low float8,
        effect_high float8, p float8, p_searched float8, q float8, evidence float8, confidence float8, direction smallint, guard text, stage text, smallest float8)`,
  );
}

async function replaceWatches(tx: AnyTx, ctx: CustomerCtx, rows: readonly object[]): Promise<void> {
  await executeSql(tx, sql`DELETE FROM drift_segment_states WHERE customer_id = ${ctx.customerId}::uuid`);
  await executeSql(
    tx,
    sql`INSERT INTO drift_segment_states (customer_id, signal, payer_id, cpt_group, watched_on, direction, is_confirmed)
      SELECT ${ctx.customerId}::uuid, r.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r(signal text, payer_id uuid, cpt_group text, watched_on date, direction smallint, is_confirmed boolean)`,
  );
}

async function saveProgress(tx: AnyTx, ctx: CustomerCtx, runId: string, plan: RunPlan): Promise<void> {
  const iso = (day: number | null) => (day === null ? null : isoOf(day));
  await executeSql(
    tx,
    sql`INSERT INTO drift_progress (customer_id, last_run_id, watermark, staged_on)
      VALUES (${ctx.customerId}::uuid, ${runId}::uuid, ${iso(plan.watermark)}::date, ${iso(plan.stagedOn)}::date)
      ON CONFLICT (customer_id) DO UPDATE SET last_run_id = EXCLUDED.last_run_id, watermark = EXCLUDED.watermark, staged_on = EXCLUDED.staged_on`,
  );
}

/** The run that already says this: the same request, or the same data seen for the same reason. */
async function findExisting(
  tx: AnyTx,
  ctx: CustomerCtx,
  header: RunHeader,
): Promise<{ lastRunId: string | null; existing: string | null }> {
  const [row] = await querySql<{ lastRunId: string | null; existing: string | null }>(
    tx,
    sql`SELECT p.last_run_id::text AS "lastRunId", e.id::text AS existing FROM (SELECT 1) AS one
      LEFT JOIN drift_progress p ON p.customer_id = ${ctx.customerId}::uuid
      LEFT JOIN drift_runs l ON l.customer_id = p.customer_id AND l.id = p.last_run_id
      LEFT JOIN LATERAL (
        SELECT r.id FROM drift_runs r WHERE r.customer_id = ${ctx.customerId}::uuid AND r.kind = ${header.kind} AND (r.as_of = ${header.asOf.toISOString()}::timestamptz
          OR (r.id = l.id AND r.kind IN ('upload', 'manual') AND r.as_of_day = ${isoOf(header.asOfDay)}::date AND r.method = ${methodVersion} AND r.cells_sha256 = ${header.cellsSha256}))
        ORDER BY r.finished_at DESC LIMIT 1) e ON true`,
  );
  return row ?? { lastRunId: null, existing: null };
}

/** Stores a computed run in the open transaction, one at a time for each customer; 11 statements whatever its size. */
export async function writeRun(tx: AnyTx, ctx: CustomerCtx, input: WriteInput): Promise<Written> {
  const { header, inputs, plan } = input;
  await executeSql(tx, sql`SELECT pg_advisory_xact_lock(hashtextextended(${`drift:${ctx.customerId}`}, 0))`);
  const { lastRunId, existing } = await findExisting(tx, ctx, header);
  if (existing !== null) return { outcome: "existing", id: existing };
  if (lastRunId !== (inputs.last?.id ?? null)) return { outcome: "stale" };
  if (!(await insertRun(tx, ctx, input))) return { outcome: "stale" };
  await insertObservations(tx, ctx, header.id, plan.observations);
  if (plan.movesState) {
    await writeEvents(tx, ctx, header.id, plan);
    await replaceWatches(tx, ctx, plan.watches);
    await saveProgress(tx, ctx, header.id, plan);
  }
  const ids = (kinds: string[]) => plan.changes.filter(({ kind }) => kinds.includes(kind));
  await recordEvents(tx, ctx, [
    ...ids(["opened"]).map(({ event, isHistoric }) => driftDetected({ driftEventId: event.id, isHistoric })),
    ...ids(["recovered", "withdrawn"]).map(({ event }) => driftRecovered({ driftEventId: event.id })),
    driftRunCompleted({ runId: header.id }),
  ]);
  return { outcome: "written" };
}
