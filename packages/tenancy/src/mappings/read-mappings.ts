import type { Page } from "@upstream/core";
import { requirePermission } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { CustomerCtx, PageSpec } from "@upstream/db";
import type { ListMappingsInput } from "../schemas.ts";

/** The list of one kind of mapping: its table and columns (alias `p`), the name it is sorted by, and how a row is answered. */
export type MappingList<Row extends object, Dto> = {
  name: string;
  from: string;
  columns: string;
  sortedBy: string;
  toDto: (row: Row) => Dto;
};

/** A page of the customer's mappings of one kind, by name. */
export async function readMappings<Row extends object, Dto>(
  ctx: CustomerCtx,
  { toDto, sortedBy, ...kind }: MappingList<Row, Dto>,
  { limit, cursor }: ListMappingsInput,
): Promise<Page<Dto>> {
  requirePermission(ctx.actor, "mappings:read");
  const spec: PageSpec<"key"> = { ...kind, id: "p.id", sorts: { key: { column: sortedBy, type: "text" } } };
  const where = [{ text: "p.customer_id = ?", values: [ctx.customerId] }];
  const { rows, nextCursor } = await readPage<Row, "key">(ctx, spec, { where, sort: "key", direction: "asc", limit, cursor });
  return { items: rows.map(toDto), nextCursor };
}
