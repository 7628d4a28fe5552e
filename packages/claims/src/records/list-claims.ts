import { requirePermission } from "@upstream/core";
import type { Page } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { Condition, CustomerCtx, PageSpec } from "@upstream/db";
import { rowDigester } from "../csv/claim-identity.ts";
import { payerKey } from "../rules/payer-key.ts";
import type { ClaimDto, ListClaimsInput } from "../schemas.ts";
import { rowKeyOf } from "../uploads/chunk-builder.ts";
import { claimColumns, claimTables, toClaimDto } from "./claim-dto.ts";
import type { ClaimRecord } from "./claim-dto.ts";
import { visibleClaims } from "./visible-claims.ts";

type Sort = "submittedDate" | "decidedDate" | "paidCents";

const spec: PageSpec<Sort> = {
  name: "claims",
  columns: claimColumns,
  from: claimTables,
  id: "c.id",
  sorts: {
    submittedDate: { column: "c.submitted_date", type: "date" },
    decidedDate: { column: "coalesce(c.decided_date, '-infinity'::date)", type: "date" },
    paidCents: { column: "coalesce(c.paid_cents, 0)", type: "bigint" },
  },
};

/** Conditions by input: its SQL and its value. */
const filters: { [K in keyof ListClaimsInput]?: { text: string; value?: (input: NonNullable<ListClaimsInput[K]>) => unknown } } = {
  payer: { text: "c.payer_id IN (SELECT n.id FROM payers n WHERE n.customer_id = c.customer_id AND n.name_key = ?)", value: payerKey },
  cpt: { text: "c.cpt = ?", value: (cpt) => cpt.toUpperCase() },
  cptGroup: { text: "c.cpt_group = ?" },
  outcome: { text: "c.outcome = ?" },
  facility: { text: "c.facility = ?" },
  denialReasonCode: { text: "c.denial_reason_code = ?", value: (code) => code.toUpperCase() },
  submittedFrom: { text: "c.submitted_date >= ?::date" },
  submittedTo: { text: "c.submitted_date <= ?::date" },
  decidedFrom: { text: "c.decided_date >= ?::date" },
  decidedTo: { text: "c.decided_date <= ?::date" },
  minPaidCents: { text: "c.paid_cents >= ?::bigint" },
  uploadId: { text: "c.upload_id = ?::uuid" },
};

/** The identities of one claim number are a range of the identity index. */
function numberCondition(ctx: CustomerCtx, claimNumber: string): Condition {
  const prefix = rowDigester(rowKeyOf(ctx.phi)).claimPrefix(claimNumber);
  const width = 40;
  return {
    text: "c.identity BETWEEN ? AND ?",
    values: [Buffer.from(prefix.padEnd(width, "0"), "hex"), Buffer.from(prefix.padEnd(width, "f"), "hex")],
  };
}

function conditions(ctx: CustomerCtx, input: ListClaimsInput): Condition[] {
  const where: Condition[] = [{ text: visibleClaims("c", "?"), values: [ctx.customerId, ctx.customerId] }];
  for (const key of Object.keys(filters) as (keyof typeof filters)[]) {
    const value = input[key];
    const filter = filters[key] as { text: string; value?: (given: unknown) => unknown } | undefined;
    if (value === undefined || filter === undefined) continue;
    where.push({ text: filter.text, values: [filter.value ? filter.value(value) : value] });
  }
  if (input.search !== undefined) where.push(numberCondition(ctx, input.search));
  return where;
}

/** Claims by filter, newest submission first unless asked otherwise; `search` finds the exact claim number. Rows of unpublished files are not seen. */
export async function listClaims(ctx: CustomerCtx, input: ListClaimsInput): Promise<Page<ClaimDto>> {
  requirePermission(ctx.actor, "claims:read");
  const direction = input.sort.startsWith("-") ? "desc" : "asc";
  const sort = input.sort.replace("-", "") as Sort;
  const page = await readPage<ClaimRecord, Sort>(ctx, spec, {
    where: conditions(ctx, input),
    sort,
    direction,
    limit: input.limit,
    cursor: input.cursor,
  });
  return { items: page.rows.map(toClaimDto), nextCursor: page.nextCursor };
}
