import type { Id, Page } from "@upstream/core";
import { requirePermission } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { CustomerCtx, PageSpec } from "@upstream/db";
import type { ColumnMappingDto, ListMappingsInput } from "../schemas.ts";

type Row = { id: string; name: string; columns: Record<string, string>; day_first: boolean; updated_at: Date };

const spec: PageSpec<"key"> = {
  name: "column-mappings",
  columns: "p.id, p.name, p.columns, p.day_first, p.updated_at",
  from: "column_mappings p",
  id: "p.id",
  sorts: { key: { column: "p.name", type: "text" } },
};

/** Saved column mappings, by name. */
export async function listColumnMappings(ctx: CustomerCtx, input: ListMappingsInput): Promise<Page<ColumnMappingDto>> {
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
    id: row.id as Id<"columnMapping">,
    name: row.name,
    columns: row.columns,
    dayFirst: row.day_first,
    updatedAt: row.updated_at.toISOString(),
  }));
  return { items, nextCursor };
}
