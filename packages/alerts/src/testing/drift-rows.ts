import { newId } from "@upstream/core";
import type { DriftEventId, DriftRunId, Id } from "@upstream/core";
import { bulkInCustomer, executeSql, sql } from "@upstream/db";
import type { AnyTx, CustomerCtx } from "@upstream/db";

const measured = {
  on: 20_593,
  window: 28,
  base: { from: 20_481, to: 20_565 },
  value0: 0.0709,
  value1: 0.1856,
  n0: 1284,
  n1: 431,
  observed: 80,
  expected: 30.6,
  effect: 0.1147,
  lo: 0.073,
  hi: 0.159,
  severity: "high",
};
const reference = { watchOn: 20_578, from: 20_481, to: 20_565, tau2: 0, common: 0, commonSe: 0 };
const evidence = {
  slices: [
    { dimension: "cpt", value: "73721", share: 0.48, volume: 0.21 },
    { dimension: "reason", value: "197", share: 0.61, volume: 0.12 },
  ],
};

export type DriftChange = { driftEventId: DriftEventId; kind: "opened" | "continuing" | "worsened" | "recovered" | "withdrawn" };

/** A finished drift run as the drift package stores it: one harmful denial event for each change, with what the run said about it. */
export async function storeDriftRun(ctx: CustomerCtx, changes: readonly DriftChange[]): Promise<DriftRunId> {
  const runId = newId<DriftRunId>();
  await bulkInCustomer(ctx, async (client) => {
    await insertRun(client, ctx, runId);
    for (const change of changes) await insertChange(client, ctx, { runId, change });
  });
  return runId;
}

async function insertRun(tx: AnyTx, ctx: CustomerCtx, runId: DriftRunId): Promise<void> {
  const now = ctx.clock.now();
  await executeSql(
    tx,
    sql`INSERT INTO drift_runs (customer_id, id, kind, as_of, as_of_day, status, watermark, history_days, method, feed_mode, look_count, is_historic, uploads,
        cells_sha256, segment_count, tested_count, opened_count, worsened_count, recovered_count, requested_by, started_at, finished_at)
      SELECT ${ctx.customerId}::uuid, ${runId}::uuid, 'manual', ${now}::timestamptz + (SELECT count(*) FROM drift_runs) * interval '1 second', '2026-05-20', 'COMPLETED',
        '2026-05-20', 140, 'A5.1', 'submission', 1, false, '[]', decode(repeat('00', 32), 'hex'), 1, 1, 1, 0, 0, 'system:test', ${now}, ${now}`,
  );
}

async function insertChange(tx: AnyTx, ctx: CustomerCtx, of: { runId: DriftRunId; change: DriftChange }): Promise<void> {
  const { runId, change } = of;
  await executeSql(
    tx,
    sql`INSERT INTO drift_events (customer_id, id, signal, family, payer_id, payer, cpt_group, direction, is_harm, state, is_open, is_historic, opened_on, watched_on,
        reopened_count, severity, q, confidence, impact_cents, impact_low_cents, impact_high_cents, sentence, reference, opening_effect, worst_effect, measured,
        attached, evidence, opened_run_id, last_run_id, version)
      VALUES (${ctx.customerId}::uuid, ${change.driftEventId}::uuid, 'DENIAL_RATE', 'denial', ${newId<Id<"payer">>()}::uuid, 'Aster Health Plan', 'IMAGING', 1, true,
        'opened', true, false, '2026-05-19', '2026-05-05', 0, 'high', 0.01, 0.97, 1550000, 980000, 2140000,
        'Aster Health Plan denied 18.6% of Imaging claims, up from 7.1%.', ${JSON.stringify(reference)}::jsonb, 0.1147, 0.073, ${JSON.stringify(measured)}::jsonb, '[]',
        ${JSON.stringify(evidence)}::jsonb, ${runId}::uuid, ${runId}::uuid, 1) ON CONFLICT (customer_id, id) DO NOTHING`,
  );
  await executeSql(
    tx,
    sql`INSERT INTO drift_event_changes (customer_id, drift_run_id, drift_event_id, kind, is_historic, measured_on, value1, effect, effect_low, effect_high, severity)
      VALUES (${ctx.customerId}::uuid, ${runId}::uuid, ${change.driftEventId}::uuid, ${change.kind}, false, '2026-05-20', 0.1856, 0.1147, 0.073, 0.159, 'high')`,
  );
}
