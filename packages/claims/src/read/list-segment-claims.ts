import type { Page } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { CustomerCtx, PageSpec } from "@upstream/db";
import { claimColumns, claimTables, toClaimDto } from "../records/claim-dto.ts";
import type { ClaimRecord } from "../records/claim-dto.ts";
import { visibleClaims } from "../records/visible-claims.ts";
import type { ClaimDto } from "../schemas.ts";

export type SegmentQuery = {
  payerId: string;
  /** Null: all groups. */
  cptGroup: string | null;
  /** Decision dates `YYYY-MM-DD`, from inclusive to exclusive. */
  decidedFrom: string;
  decidedBefore: string;
  outcome?: ClaimDto["outcome"] | undefined;
  limit: number;
  cursor?: string | undefined;
};

const spec: PageSpec<"billedCents"> = {
  name: "segment-claims",
  columns: claimColumns,
  from: claimTables,
  id: "c.id",
  sorts: { billedCents: { column: "coalesce(c.billed_cents, 0)", type: "bigint" } },
};

/** Claims of a segment and window, the dearest first and without any patient data: what stands behind a finding. */
export async function listSegmentClaims(ctx: CustomerCtx, { limit, cursor, ...query }: SegmentQuery): Promise<Page<ClaimDto>> {
  const where = [
    { text: visibleClaims("c", "?"), values: [ctx.customerId, ctx.customerId] },
    { text: "c.decided_date >= ?::date AND c.decided_date < ?::date", values: [query.decidedFrom, query.decidedBefore] },
    { text: "c.payer_id = ?", values: [query.payerId] },
    ...(query.cptGroup === null ? [] : [{ text: "c.cpt_group = ?", values: [query.cptGroup] }]),
    ...(query.outcome === undefined ? [] : [{ text: "c.outcome = ?", values: [query.outcome] }]),
  ];
  const page = await readPage<ClaimRecord, "billedCents">(ctx, spec, { where, sort: "billedCents", direction: "desc", limit, cursor });
  return { items: page.rows.map(toClaimDto), nextCursor: page.nextCursor };
}
