import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { fieldsOf, packed, type PackedRow } from "./packed-cells.ts";

/** Claim lines of one payer and procedure that were submitted on a day (days since 1970-01-01), whatever became of them. */
export type SubmissionCell = { payerId: string; cptGroup: string; cpt: string; submittedOn: number; n: number };

const statement = `SELECT payer_id::text AS "payerId", cpt_group AS "cptGroup", cpt, ${packed(["submitted_on - DATE '1970-01-01'", "n"])} AS cells
  FROM rollup_submissions WHERE customer_id = $1 GROUP BY payer_id, cpt_group, cpt`;

/** All daily submission counts of the customer, together by payer and procedure, else in no order. */
export async function readSubmissionCells(ctx: CustomerCtx): Promise<SubmissionCell[]> {
  const rows = await readInCustomer(ctx, (query) => query.rows<PackedRow>("rollup-submissions", statement, [ctx.customerId]));
  return rows.flatMap(({ payerId, cptGroup, cpt, cells }) =>
    fieldsOf(cells).map(([submittedOn, n]): SubmissionCell => ({ payerId, cptGroup, cpt, submittedOn: Number(submittedOn), n: Number(n) })),
  );
}
