import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";

/**
 * First decisions of one payer and procedure on a day: `age` is decided − submitted in calendar days, `reason` the claim adjustment reason code
 * without its group (denials only, null when none was given), `uploadId` the file that brought the decision; sums are whole cents.
 */
export type DecisionCell = {
  payerId: string;
  cptGroup: string;
  cpt: string;
  decidedOn: number;
  age: number;
  outcome: "PAID" | "DENIED" | "REVERSED" | "OTHER";
  isAuthorizationRequired: boolean;
  reason: string | null;
  uploadId: string;
  n: number;
  billedCents: number;
  allowedCents: number;
};

const statement = `SELECT payer_id::text AS "payerId", cpt_group AS "cptGroup", cpt, decided_on - DATE '1970-01-01' AS "decidedOn", age, outcome,
    is_authorization_required AS "isAuthorizationRequired", nullif(reason, '') AS reason, upload_id::text AS "uploadId", n, billed_cents AS "billedCents", allowed_cents AS "allowedCents"
  FROM rollup_decisions WHERE customer_id = $1 ORDER BY payer_id, cpt_group, cpt, decided_on, age, outcome, is_authorization_required, reason, upload_id`;

/** All daily first-decision counts of the customer, ordered by their key. A later overturn changes none of them. */
export async function readDecisionCells(ctx: CustomerCtx): Promise<DecisionCell[]> {
  return readInCustomer(ctx, (query) => query.rows<DecisionCell>("rollup-decisions", statement, [ctx.customerId]));
}
