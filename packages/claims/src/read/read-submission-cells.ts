import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";

/** Claim lines of one payer and procedure that were submitted on a day (days since 1970-01-01), whatever became of them. */
export type SubmissionCell = { payerId: string; cptGroup: string; cpt: string; submittedOn: number; n: number };

const statement = `SELECT payer_id::text AS "payerId", cpt_group AS "cptGroup", cpt, submitted_on - DATE '1970-01-01' AS "submittedOn", n FROM rollup_submissions
  WHERE customer_id = $1 ORDER BY payer_id, cpt_group, cpt, submitted_on`;

/** All daily submission counts of the customer, ordered by their key. */
export async function readSubmissionCells(ctx: CustomerCtx): Promise<SubmissionCell[]> {
  return readInCustomer(ctx, (query) => query.rows<SubmissionCell>("rollup-submissions", statement, [ctx.customerId]));
}
