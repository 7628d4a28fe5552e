import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";

/** Decisions of one day over all payers, by current values; sums are whole cents. */
export type DayTotals = {
  day: number;
  paid: number;
  denied: number;
  other: number;
  billedCents: number;
  allowedCents: number;
  paidCents: number;
  deniedCents: number;
};

const statement = `SELECT decided_on - DATE '1970-01-01' AS day, sum(n_paid)::bigint AS paid, sum(n_denied)::bigint AS denied, sum(n_other)::bigint AS other, sum(billed_cents)::bigint AS "billedCents",
    sum(allowed_cents)::bigint AS "allowedCents", sum(paid_cents)::bigint AS "paidCents", sum(denied_cents)::bigint AS "deniedCents"
  FROM rollup_day_payer WHERE customer_id = $1 AND decided_on >= $2::date AND decided_on <= $3::date GROUP BY decided_on ORDER BY decided_on`;

/** Totals per decision day in a range of dates `YYYY-MM-DD`, both ends included. */
export async function claimTotals(ctx: CustomerCtx, range: { from: string; to: string }): Promise<DayTotals[]> {
  return readInCustomer(ctx, (query) => query.rows<DayTotals>("claim-totals", statement, [ctx.customerId, range.from, range.to]));
}
