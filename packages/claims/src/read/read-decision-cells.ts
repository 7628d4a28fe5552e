import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { fieldsOf, packed, type PackedRow } from "./packed-cells.ts";

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
  reason: string | null;
  uploadId: string;
  n: number;
  allowedCents: number;
};

const outcomes = new Map<string | undefined, DecisionCell["outcome"]>([
  ["P", "PAID"],
  ["D", "DENIED"],
  ["R", "REVERSED"],
]);

const fields = ["decided_on - DATE '1970-01-01'", "age", "left(outcome, 1)", "reason", "u.position", "n", "allowed_cents"];

const statement = `SELECT payer_id::text AS "payerId", cpt_group AS "cptGroup", cpt, ${packed(fields)} AS cells
  FROM rollup_decisions r JOIN unnest($2::uuid[]) WITH ORDINALITY u(id, position) ON u.id = r.upload_id WHERE customer_id = $1 GROUP BY payer_id, cpt_group, cpt`;

/** Daily first-decision counts that these files brought, together by payer and procedure, else in no order. A later overturn changes none of them. */
export async function readDecisionCells(ctx: CustomerCtx, uploadIds: readonly string[]): Promise<DecisionCell[]> {
  const rows = await readInCustomer(ctx, (query) => query.rows<PackedRow>("rollup-decisions", statement, [ctx.customerId, uploadIds]));
  return rows.flatMap(({ payerId, cptGroup, cpt, cells }) =>
    fieldsOf(cells).map(([decidedOn, age, outcome, reason, position, n, allowedCents]): DecisionCell => ({
      payerId,
      cptGroup,
      cpt,
      decidedOn: Number(decidedOn),
      age: Number(age),
      outcome: outcomes.get(outcome) ?? "OTHER",
      reason: reason === "" || reason === undefined ? null : reason,
      uploadId: uploadIds[Number(position) - 1] ?? "",
      n: Number(n),
      allowedCents: Number(allowedCents),
    })),
  );
}
