import { isoOf } from "@upstream/core";
import { executeSql, sql, type AnyTx, type CustomerCtx } from "@upstream/db";
import { stable } from "../events/event-rows.ts";
import type { PlannedChange, RunPlan } from "./plan-run.ts";

async function insertOpened(tx: AnyTx, ctx: CustomerCtx, runId: string, rows: readonly object[]): Promise<void> {
  await executeSql(
    tx,
    sql`INSERT INTO drift_events (customer_id, opened_run_id, last_run_id, version, id, signal, family, payer_id, payer, cpt_group, direction, is_harm, state, is_open,
        is_historic, opened_on, watched_on, ended_on, end_reason, reopened_count, calm_since, sparse_since, severity, q, confidence, impact_cents, impact_low_cents,
        impact_high_cents, sentence, reference, opening_effect, worst_effect, worst_monthly_cents, measured, attached, evidence)
      SELECT ${ctx.customerId}::uuid, ${runId}::uuid, ${runId}::uuid, 1, r.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, signal text, family text,
        payer_id uuid, payer text, cpt_group text, direction smallint, is_harm boolean, state text, is_open boolean, is_historic boolean, opened_on date, watched_on date,
        ended_on date, end_reason text, reopened_count integer, calm_since date, sparse_since date, severity text, q float8, confidence float8, impact_cents bigint,
        impact_low_cents bigint, impact_high_cents bigint, sentence text, reference jsonb, opening_effect float8, worst_effect float8, worst_monthly_cents bigint,
        measured jsonb, attached jsonb, evidence jsonb)`,
  );
}

async function updateLive(tx: AnyTx, ctx: CustomerCtx, runId: string, rows: readonly object[]): Promise<void> {
  await executeSql(
    tx,
    sql`UPDATE drift_events e SET state = r.state, is_open = r.is_open, ended_on = r.ended_on, end_reason = r.end_reason, reopened_count = r.reopened_count,
        calm_since = r.calm_since, sparse_since = r.sparse_since, severity = r.severity, impact_cents = r.impact_cents, impact_low_cents = r.impact_low_cents,
        impact_high_cents = r.impact_high_cents, sentence = r.sentence, worst_effect = r.worst_effect, worst_monthly_cents = r.worst_monthly_cents,
        measured = r.measured, attached = r.attached, evidence = e.evidence || r.evidence, last_run_id = ${runId}::uuid, version = e.version + 1, updated_at = ${ctx.clock.now().toISOString()}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, state text, is_open boolean, ended_on date, end_reason text, reopened_count integer,
        calm_since date, sparse_since date, severity text, impact_cents bigint, impact_low_cents bigint, impact_high_cents bigint, sentence text, worst_effect float8,
        worst_monthly_cents bigint, measured jsonb, attached jsonb, evidence jsonb)
      WHERE e.customer_id = ${ctx.customerId}::uuid AND e.id = r.id`,
  );
}

function changeRow({ event, kind, isHistoric }: PlannedChange) {
  const { on, value1, effect, lo, hi, severity, monthly } = stable(event.now);
  return {
    drift_event_id: event.id,
    kind,
    is_historic: isHistoric,
    measured_on: isoOf(on),
    value1,
    effect,
    effect_low: lo,
    effect_high: hi,
    severity,
    impact_cents: monthly === undefined ? null : Math.round(monthly.point),
  };
}

async function insertChanges(tx: AnyTx, ctx: CustomerCtx, runId: string, changes: readonly PlannedChange[]): Promise<void> {
  await executeSql(
    tx,
    sql`INSERT INTO drift_event_changes (customer_id, drift_run_id, drift_event_id, kind, is_historic, measured_on, value1, effect, effect_low, effect_high, severity, impact_cents)
      SELECT ${ctx.customerId}::uuid, ${runId}::uuid, r.* FROM jsonb_to_recordset(${JSON.stringify(changes.map(changeRow))}::jsonb) AS r(drift_event_id uuid, kind text,
        is_historic boolean, measured_on date, value1 float8, effect float8, effect_low float8, effect_high float8, severity text, impact_cents bigint)`,
  );
}

/** Moves known events, stores new ones, and writes down what the run said about each; three statements. */
export async function writeEvents(tx: AnyTx, ctx: CustomerCtx, runId: string, plan: RunPlan): Promise<void> {
  await updateLive(tx, ctx, runId, plan.liveEvents);
  await insertOpened(tx, ctx, runId, plan.newEvents);
  await insertChanges(tx, ctx, runId, plan.changes);
}
