import type { Id, Page } from "@upstream/core";
import { requirePermission } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { CustomerCtx, PageSpec } from "@upstream/db";
import type { CptMappingDto, ListMappingsInput } from "../schemas.ts";

type Row = { id: string; cpt_from: string; cpt_to: string; cpt_group: string; updated_at: Date };

const spec: PageSpec<"key"> = {
  name: "cpt-mappings",
  columns: "p.id, p.cpt_from, p.cpt_to, p.cpt_group, p.updated_at",
  from: "cpt_group_mappings p",
  id: "p.id",
  sorts: { key: { column: "p.cpt_from", type: "text" } },
};

/** Ranges of procedure codes with a group of their own, by first code. */
export async function listCptMappings(ctx: CustomerCtx, input: ListMappingsInput): Promise<Page<CptMappingDto>> {
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
    id: row.id as Id<"cptMapping">,
    cptFrom: row.cpt_from,
    cptTo: row.cpt_to,
    cptGroup: row.cpt_group,
    updatedAt: row.updated_at.toISOString(),
  }));
  return { items, nextCursor };
}
