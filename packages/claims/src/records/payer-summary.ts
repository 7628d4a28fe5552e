import { requirePermission } from "@upstream/core";
import type { PayerId } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { PayerSummaryDto, PayerSummaryInput } from "../schemas.ts";

type SummaryRow = Omit<PayerSummaryDto["items"][number], "payerId" | "denialRate"> & { payerId: PayerId };

const statement = `SELECT r.payer_id::text AS "payerId", p.name AS payer, sum(r.n_paid)::bigint AS "paidCount", sum(r.n_denied)::bigint AS "deniedCount", sum(r.n_other)::bigint AS "otherCount",
  sum(r.billed_cents)::bigint AS "billedCents", sum(r.allowed_cents)::bigint AS "allowedCents", sum(r.paid_cents)::bigint AS "paidCents", sum(r.denied_cents)::bigint AS "deniedCents"
  FROM rollup_day_payer r JOIN payers p ON p.customer_id = r.customer_id AND p.id = r.payer_id
  WHERE r.customer_id = $1 AND r.decided_on >= $2::date AND r.decided_on <= $3::date GROUP BY r.payer_id, p.name ORDER BY sum(r.n_paid + r.n_denied) DESC, r.payer_id`;

/** Decisions and cents per payer over a range of decision dates (all, when open), most decisions first. */
export async function payerSummary(ctx: CustomerCtx, input: PayerSummaryInput): Promise<PayerSummaryDto> {
  requirePermission(ctx.actor, "claims:read");
  const range = [input.decidedFrom ?? "1900-01-01", input.decidedTo ?? "2099-12-31"];
  const rows = await readInCustomer(ctx, (query) => query.rows<SummaryRow>("payer-summary", statement, [ctx.customerId, ...range]));
  const rate = (row: SummaryRow) => (row.paidCount + row.deniedCount === 0 ? null : row.deniedCount / (row.paidCount + row.deniedCount));
  return { items: rows.map((row) => ({ ...row, denialRate: rate(row) })) };
}
