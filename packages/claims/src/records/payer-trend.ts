import { addDays, requirePermission } from "@upstream/core";
import type { PayerId } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { PayerTrendDto, PayerTrendInput } from "../schemas.ts";

type Row = { payerId: PayerId; payer: string; back: number; paid: number; denied: number };

const statement = `SELECT p.id::text AS "payerId", p.name AS payer, ($2::date - 1 - d.decided_on) / 7 AS back, sum(d.n_paid)::int AS paid, sum(d.n_denied)::int AS denied
  FROM rollup_day_payer d JOIN payers p ON p.customer_id = d.customer_id AND p.id = d.payer_id
  WHERE d.customer_id = $1 AND d.decided_on < $2::date AND d.decided_on >= $2::date - 7 * $3::int GROUP BY 1, 2, 3 ORDER BY 2, 1, 3 DESC`;

/** Paid and denied claim lines of each payer by week of decision, counted back from a day. */
export async function payerTrend(ctx: CustomerCtx, input: PayerTrendInput): Promise<PayerTrendDto> {
  requirePermission(ctx.actor, "claims:read");
  const rows = await readInCustomer(ctx, (query) =>
    query.rows<Row>("payer-trend", statement, [ctx.customerId, input.decidedBefore, input.weeks]),
  );
  const items = new Map<PayerId, PayerTrendDto["items"][number]>();
  for (const { payerId, payer, back, paid, denied } of rows) {
    const item = items.get(payerId) ?? { payerId, payer, weeks: [] };
    item.weeks.push({ firstDay: addDays(input.decidedBefore, -7 * (back + 1)), paidCount: paid, deniedCount: denied });
    items.set(payerId, item);
  }
  return { items: [...items.values()] };
}
