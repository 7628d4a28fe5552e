import { requirePermission } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { LedgerDto } from "./ledger-schemas.ts";

const recoveries = `WITH recovered AS (
    SELECT DISTINCT ON (j.alert_id) j.alert_id, j.recovered_cents, COALESCE(j.recovered_on, (j.judged_at AT TIME ZONE c.time_zone)::date) AS day,
      ($2::timestamptz AT TIME ZONE c.time_zone)::date AS today, a.payer, a.signal
    FROM judgments j JOIN alerts a ON a.customer_id = j.customer_id AND a.id = j.alert_id JOIN customers c ON c.id = j.customer_id
    WHERE j.customer_id = $1 AND j.recovered_cents > 0 ORDER BY j.alert_id, j.judged_at DESC)
  SELECT COALESCE(sum(recovered_cents) FILTER (WHERE date_trunc('month', day) = date_trunc('month', today)), 0)::float8 AS "recoveredThisMonthCents",
    COALESCE(sum(recovered_cents) FILTER (WHERE day > today - 30 AND day <= today), 0)::float8 AS "recovered30DaysCents",
    COALESCE(sum(recovered_cents), 0)::float8 AS "recoveredAllCents",
    COALESCE((SELECT json_agg(json_build_object('alertId', l.alert_id, 'payer', l.payer, 'signal', l.signal, 'recoveredCents', l.recovered_cents,
      'recoveredOn', l.day) ORDER BY l.day DESC, l.alert_id) FROM (SELECT * FROM recovered ORDER BY day DESC, alert_id LIMIT 5) l), '[]'::json) AS latest
  FROM recovered`;

const precision = `WITH told AS (
    SELECT a.alert_rule_id, a.signal, a.raised_at, a.started_on, a.is_historic, v.verdict,
      row_number() OVER (ORDER BY a.raised_at DESC, a.id DESC) AS n,
      row_number() OVER (PARTITION BY a.alert_rule_id ORDER BY a.raised_at DESC, a.id DESC) AS n_rule,
      row_number() OVER (PARTITION BY a.signal ORDER BY a.raised_at DESC, a.id DESC) AS n_signal
    FROM alerts a LEFT JOIN LATERAL (SELECT j.verdict FROM judgments j WHERE j.customer_id = a.customer_id AND j.alert_id = a.id
      AND j.verdict <> 'needs-follow-up' ORDER BY j.judged_at DESC LIMIT 1) v ON true
    WHERE a.customer_id = $1 AND a.announced_at IS NOT NULL)
  SELECT count(verdict) FILTER (WHERE n <= 50)::int AS judged, count(*) FILTER (WHERE n <= 50 AND verdict = 'real')::int AS real,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY (raised_at::date - started_on)) FILTER (WHERE started_on IS NOT NULL AND NOT is_historic) AS "medianDaysToAlert",
    COALESCE((SELECT json_agg(json_build_object('alertRuleId', g.alert_rule_id, 'name', r.name, 'judged', g.judged, 'real', g.real) ORDER BY r.name)
      FROM (SELECT alert_rule_id, count(verdict) AS judged, count(*) FILTER (WHERE verdict = 'real') AS real FROM told WHERE n_rule <= 50 GROUP BY 1) g
      JOIN alert_rules r ON r.customer_id = $1 AND r.id = g.alert_rule_id), '[]'::json) AS "byRule",
    COALESCE((SELECT json_agg(json_build_object('signal', g.signal, 'judged', g.judged, 'real', g.real) ORDER BY g.signal)
      FROM (SELECT signal, count(verdict) AS judged, count(*) FILTER (WHERE verdict = 'real') AS real FROM told WHERE n_signal <= 50 GROUP BY 1) g), '[]'::json) AS "bySignal"
  FROM told`;

type Judged = { judged: number; real: number };
type RecoveryRow = Pick<LedgerDto, "recoveredThisMonthCents" | "recovered30DaysCents" | "recoveredAllCents" | "latest">;
type PrecisionRow = Judged & {
  medianDaysToAlert: number | null;
  byRule: (Judged & { alertRuleId: string; name: string })[];
  bySignal: (Judged & { signal: string })[];
};

/** What alerts were worth: dollars recovered, and how many of the last 50 judged alerts were real, over all, per rule and per signal. */
export async function readLedger(ctx: CustomerCtx): Promise<LedgerDto> {
  requirePermission(ctx.actor, "alerts:read");
  return readInCustomer(ctx, async (query) => {
    const money = await query.row<RecoveryRow>("ledger-recoveries", recoveries, [ctx.customerId, ctx.clock.now()]);
    const judged = await query.row<PrecisionRow>("ledger-precision", precision, [ctx.customerId]);
    const withPrecision = <T extends Judged>(row: T) => ({ ...row, precision: row.judged === 0 ? null : row.real / row.judged });
    return {
      recoveredThisMonthCents: money?.recoveredThisMonthCents ?? 0,
      recovered30DaysCents: money?.recovered30DaysCents ?? 0,
      recoveredAllCents: money?.recoveredAllCents ?? 0,
      latest: money?.latest ?? [],
      overall: withPrecision({ judged: judged?.judged ?? 0, real: judged?.real ?? 0 }),
      byRule: (judged?.byRule ?? []).map(withPrecision),
      bySignal: (judged?.bySignal ?? []).map(withPrecision),
      medianDaysToAlert: judged?.medianDaysToAlert ?? null,
    };
  });
}
