import type { Id, Page } from "@upstream/core";
import { requirePermission } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { CustomerCtx, PageSpec } from "@upstream/db";
import type { PayerMappingDto, ListMappingsInput } from "../schemas.ts";

type Row = { id: string; raw_name: string; payer_name: string; updated_at: Date };

const spec: PageSpec<"key"> = {
  name: "payer-mappings",
  columns: "p.id, p.raw_name, p.payer_name, p.updated_at",
  from: "payer_mappings p",
  id: "p.id",
  sorts: { key: { column: "p.raw_name", type: "text" } },
};

/** Payer names that were mapped, by raw name. */
export async function listPayerMappings(ctx: CustomerCtx, input: ListMappingsInput): Promise<Page<PayerMappingDto>> {
  requirePermission(ctx.actor, "mappings:read");
  const where = [{ text: "p.customer_id = ?", values: [ctx.customerId] }];
  const { rows, nextCursor } = await readPage<Row, "key">(ctx, spec, {
    where,
    sort: "key",
    direction: "asc",
    limit: input.limit,
    cursor: input.cursor,
  });
  const items = rows.map((row) => ({
    id: row.id as Id<"payerMapping">,
    rawName: row.raw_name,
    payerName: row.payer_name,
    updatedAt: row.updated_at.toISOString(),
  }));
  return { items, nextCursor };
}
