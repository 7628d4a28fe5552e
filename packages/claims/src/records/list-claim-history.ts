import { DomainError, requirePermission } from "@upstream/core";
import type { Id, Page, UploadId } from "@upstream/core";
import { cursorScopeOf, openCursor, readInCustomer, sealCursor } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { ClaimVersionDto, ListClaimHistoryInput } from "../schemas.ts";
import { visibleClaims } from "./visible-claims.ts";

type VersionRow = Omit<ClaimVersionDto, "uploadId" | "replacedAt"> & { uploadId: UploadId; replacedAt: Date | null; id: Id<"claim"> };

const columns = `v.id, v.version, v.outcome, v.submitted_date AS "submittedDate", v.decided_date AS "decidedDate", v.billed_cents AS "billedCents", v.allowed_cents AS "allowedCents",
  v.paid_cents AS "paidCents", v.denial_reason_code AS "denialReasonCode", v.upload_id::text AS "uploadId", u.filename, v.row_no AS "rowNo"`;

const statement = `SELECT ${columns}, v."isCurrent", v."isVoided", v."replacedAt" FROM (
    SELECT c.id, c.version, c.outcome, c.submitted_date, c.decided_date, c.billed_cents, c.allowed_cents, c.paid_cents, c.denial_reason_code, c.upload_id, c.row_no,
      true AS "isCurrent", false AS "isVoided", NULL::timestamptz AS "replacedAt" FROM claims c WHERE ${visibleClaims("c", "$1")} AND c.id = $2
    UNION ALL SELECT h.id, h.version, h.outcome, h.submitted_date, h.decided_date, h.billed_cents, h.allowed_cents, h.paid_cents, h.denial_reason_code, h.upload_id, h.row_no,
      false, h.is_voided, h.superseded_at FROM claim_history h WHERE h.customer_id = $1 AND h.id = $2) v
  JOIN uploads u ON u.customer_id = $1 AND u.id = v.upload_id WHERE v.version < $3 ORDER BY v.version DESC LIMIT $4`;

const newest = 2_147_483_647;

/** Every version of a claim with the file and row that brought it, newest first; withdrawn ones are marked. */
export async function listClaimHistory(ctx: CustomerCtx, input: ListClaimHistoryInput): Promise<Page<ClaimVersionDto>> {
  requirePermission(ctx.actor, "claims:read");
  const mark = `claim-history:${input.claimId}`;
  const before = input.cursor === undefined ? newest : Number(openCursor(cursorScopeOf(ctx), mark, input.cursor)[0]);
  const found = await readInCustomer(ctx, (query) =>
    query.rows<VersionRow>("claim-history", statement, [ctx.customerId, input.claimId, before, input.limit + 1]),
  );
  if (found.length === 0 && input.cursor === undefined) throw new DomainError("NOT_FOUND");
  const rows = found.slice(0, input.limit);
  const last = rows.at(-1);
  const items = rows.map(({ id: _, replacedAt, ...row }) => ({ ...row, replacedAt: replacedAt?.toISOString() ?? null }));
  return { items, nextCursor: found.length > input.limit && last ? sealCursor(cursorScopeOf(ctx), mark, [String(last.version)]) : null };
}
