import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";

const claims = `SELECT encode(identity, 'hex') AS identity, encode(values_hash, 'hex') AS hash, outcome, billed_cents, paid_cents, is_first_decision FROM claims WHERE customer_id = $1 ORDER BY identity`;
const tables = {
  submissions: "SELECT payer_id, cpt_group, cpt, submitted_on, n FROM rollup_submissions WHERE customer_id = $1 ORDER BY 1, 2, 3, 4",
  decisions: `SELECT payer_id, cpt_group, cpt, decided_on, age, outcome, is_authorization_required, reason, upload_id, n, billed_cents, allowed_cents FROM rollup_decisions WHERE customer_id = $1 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9`,
  days: "SELECT decided_on, payer_id, n_paid, n_denied, n_other, billed_cents, allowed_cents, paid_cents, denied_cents FROM rollup_day_payer WHERE customer_id = $1 ORDER BY 1, 2",
};

/** Everything that counts for a customer, row by row, for tests that compare two ways to the same figures. */
export async function figuresOf(
  ctx: CustomerCtx,
): Promise<{ claims: object[]; submissions: object[]; decisions: object[]; days: object[] }> {
  return readInCustomer(ctx, async (query) => ({
    claims: await query.rows("figures-claims", claims, [ctx.customerId]),
    submissions: await query.rows("figures-submissions", tables.submissions, [ctx.customerId]),
    decisions: await query.rows("figures-decisions", tables.decisions, [ctx.customerId]),
    days: await query.rows("figures-days", tables.days, [ctx.customerId]),
  }));
}
