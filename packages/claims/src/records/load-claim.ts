import { DomainError } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { claimDetailColumns, claimTables } from "./claim-dto.ts";
import type { ClaimDetailRecord } from "./claim-dto.ts";
import { visibleClaims } from "./visible-claims.ts";

/** One visible claim of the customer; NOT_FOUND for any other id. */
export async function loadClaim(ctx: CustomerCtx, claimId: string): Promise<ClaimDetailRecord> {
  const row = await readInCustomer(ctx, (query) =>
    query.row<ClaimDetailRecord>(
      "claim-detail",
      `SELECT ${claimDetailColumns} FROM ${claimTables} WHERE ${visibleClaims("c", "$1")} AND c.id = $2`,
      [ctx.customerId, claimId],
    ),
  );
  if (!row) throw new DomainError("NOT_FOUND");
  return row;
}
