import { requirePermission, type DriftEventId, type PayerId } from "@upstream/core";
import { listPayers } from "@upstream/claims";
import { readInCustomer, type CustomerCtx, type ReadQuery } from "@upstream/db";
import { runColumns, toRunDto, type RunRow } from "../runs/run-dto.ts";
import type { ListSegmentsInput, SegmentDto, SegmentMapDto } from "../schemas.ts";
import { signalOf, signals } from "../signals/index.ts";
import type { SignalId } from "../signals/signal-ids.ts";

type SegmentRow = Omit<SegmentDto, "payer" | "payerId" | "cptGroup" | "driftEventId"> & {
  payerId: PayerId;
  cptGroup: string;
  driftEventId: DriftEventId | null;
};
type MapRow = RunRow & { segments: SegmentRow[]; open: { signal: SignalId; open: number }[] };

const mapSql = `SELECT ${runColumns},
  coalesce((SELECT jsonb_agg(jsonb_build_object('payerId', o.payer_id, 'cptGroup', o.cpt_group, 'status', o.status, 'windowDays', o.window_days, 'n', o.n1,
      'before', o.value0, 'now', o.value1, 'effect', o.effect, 'effectLow', o.effect_low, 'effectHigh', o.effect_high, 'q', o.q, 'confidence', o.confidence,
      'smallestChange', o.smallest, 'driftEventId', e.id, 'severity', e.severity) ORDER BY o.payer_id, o.cpt_group)
    FROM drift_observations o LEFT JOIN LATERAL (
      SELECT d.id, d.severity FROM drift_events d WHERE d.customer_id = o.customer_id AND d.signal = o.signal AND d.payer_id = o.payer_id
        AND coalesce(d.cpt_group, '') = o.cpt_group AND d.is_open ORDER BY d.opened_on DESC LIMIT 1) e ON true
    WHERE o.customer_id = r.customer_id AND o.drift_run_id = r.id AND o.signal = $2), '[]'::jsonb) AS segments,
  coalesce((SELECT jsonb_agg(jsonb_build_object('signal', g.signal, 'open', g.open))
    FROM (SELECT e.signal, count(*) AS open FROM drift_events e WHERE e.customer_id = $1 AND e.is_open GROUP BY e.signal) g), '[]'::jsonb) AS open
  FROM drift_runs r WHERE r.customer_id = $1 AND r.id = coalesce($3::uuid, (SELECT p.last_run_id FROM drift_progress p WHERE p.customer_id = $1))`;

const shown = (value: number | null) => (value === null ? null : Number(value.toPrecision(6)));

function toSegmentDto(row: SegmentRow, payers: ReadonlyMap<string, string>): SegmentDto {
  return {
    payerId: row.payerId,
    payer: payers.get(row.payerId) ?? "A payer",
    cptGroup: row.cptGroup === "" ? null : row.cptGroup,
    status: row.status,
    windowDays: row.windowDays,
    n: Math.round(row.n),
    before: shown(row.before),
    now: shown(row.now),
    effect: shown(row.effect),
    effectLow: shown(row.effectLow),
    effectHigh: shown(row.effectHigh),
    q: shown(row.q),
    confidence: shown(row.confidence),
    smallestChange: shown(row.smallestChange),
    driftEventId: row.driftEventId,
    severity: row.severity,
  };
}

async function readMap(query: ReadQuery, ctx: CustomerCtx, input: ListSegmentsInput): Promise<SegmentMapDto> {
  const signal = signalOf(input.signal);
  const row = await query.row<MapRow>("drift-map", mapSql, [ctx.customerId, input.signal, input.runId ?? null]);
  const payers = new Map((row === undefined ? [] : await listPayers(ctx)).map(({ id, name }) => [id, name]));
  return {
    signal: signal.id,
    label: signal.label,
    unit: signal.unit,
    run: row === undefined ? null : toRunDto(row),
    segments: row?.segments.map((segment) => toSegmentDto(segment, payers)) ?? [],
    openBySignal: signals.map(({ id, label }) => ({ signal: id, label, open: row?.open.find((known) => known.signal === id)?.open ?? 0 })),
  };
}

/** Every payer and CPT group beside its own past, with the smallest change that would be noticed: the heat map of one signal. */
export async function listSegments(ctx: CustomerCtx, input: ListSegmentsInput): Promise<SegmentMapDto> {
  requirePermission(ctx.actor, "drift:read");
  return readInCustomer(ctx, (query) => readMap(query, ctx, input));
}
