import { readInCustomer, type CustomerCtx } from "@upstream/db";
import type { Severity } from "../score/severity.ts";
import { signalOf } from "../signals/index.ts";
import type { SignalId } from "../signals/signal-ids.ts";

/** Monthly money of several changes: their sum, with the uncertainties joined as independent. */
export type SummedImpact = { cents: number; lowCents: number; highCents: number; count: number; largestCents: number };

export type DriftTotals = {
  /** Harmful open changes of rates, and of durations. */
  atStake: SummedImpact;
  heldBack: SummedImpact;
  openBySeverity: Record<Severity, number>;
  /** Day before which decisions are complete, of the newest run. */
  watermark: string | null;
};

type TotalsRow = { signal: SignalId; severity: Severity; cents: number | null; low: number | null; high: number | null; isHarm: boolean };

type JoinedRow = Partial<TotalsRow> & { watermark: string | null };

const statement = `SELECT p.watermark, e.signal, e.severity, e.impact_cents AS cents, e.impact_low_cents AS low, e.impact_high_cents AS high, e.is_harm AS "isHarm"
  FROM (SELECT $1::uuid AS customer_id) c LEFT JOIN drift_progress p ON p.customer_id = c.customer_id
  LEFT JOIN drift_events e ON e.customer_id = c.customer_id AND e.is_open`;

const isEvent = (row: JoinedRow): row is TotalsRow & JoinedRow => typeof row.signal === "string";

function sumImpacts(rows: readonly TotalsRow[]): SummedImpact {
  const known = rows.flatMap(({ cents, low, high }) => (cents === null || low === null || high === null ? [] : [{ cents, low, high }]));
  const cents = known.reduce((sum, one) => sum + one.cents, 0);
  const below = Math.hypot(...known.map((one) => one.cents - one.low));
  const above = Math.hypot(...known.map((one) => one.high - one.cents));
  return {
    cents,
    lowCents: Math.round(cents - below),
    highCents: Math.round(cents + above),
    count: rows.length,
    largestCents: known.reduce((most, one) => Math.max(most, one.cents), 0),
  };
}

/** What is at stake and held back each month by the changes that are under way, and how far decisions are complete. */
export async function driftTotals(ctx: CustomerCtx): Promise<DriftTotals> {
  const rows = await readInCustomer(ctx, (query) => query.rows<JoinedRow>("drift-totals", statement, [ctx.customerId]));
  const harm = rows.filter(isEvent).filter(({ isHarm }) => isHarm);
  const openBySeverity = { low: 0, medium: 0, high: 0, critical: 0 };
  for (const { severity } of harm) openBySeverity[severity] += 1;
  return {
    atStake: sumImpacts(harm.filter(({ signal }) => signalOf(signal).unit === "rate")),
    heldBack: sumImpacts(harm.filter(({ signal }) => signalOf(signal).unit === "days")),
    openBySeverity,
    watermark: rows[0]?.watermark ?? null,
  };
}
