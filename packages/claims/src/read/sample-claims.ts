import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { claimColumns, claimTables, toClaimDto } from "../records/claim-dto.ts";
import type { ClaimRecord } from "../records/claim-dto.ts";
import { visibleClaims } from "../records/visible-claims.ts";
import type { ClaimDto } from "../schemas.ts";

export type SampleQuery = {
  payerId: string;
  /** Null: all groups. */
  cptGroup: string | null;
  /** Decision dates `YYYY-MM-DD`, from inclusive to exclusive. */
  decidedFrom: string;
  decidedBefore: string;
  outcome?: ClaimDto["outcome"] | undefined;
  limit: number;
};

const statement = `SELECT ${claimColumns} FROM ${claimTables} WHERE ${visibleClaims("c", "$1")} AND c.decided_date >= $2::date AND c.decided_date < $3::date AND c.payer_id = $4
  AND ($5::text IS NULL OR c.cpt_group = $5) AND ($6::text IS NULL OR c.outcome = $6) ORDER BY coalesce(c.billed_cents, 0) DESC, c.id LIMIT $7`;

/** The dearest claims of a segment and window, without any patient data: examples behind a finding. */
export async function sampleClaims(ctx: CustomerCtx, input: SampleQuery): Promise<ClaimDto[]> {
  const values = [
    ctx.customerId,
    input.decidedFrom,
    input.decidedBefore,
    input.payerId,
    input.cptGroup,
    input.outcome ?? null,
    input.limit,
  ];
  const rows = await readInCustomer(ctx, (query) => query.rows<ClaimRecord>("sample-claims", statement, values));
  return rows.map(toClaimDto);
}
