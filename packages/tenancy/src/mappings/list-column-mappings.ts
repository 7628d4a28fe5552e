import type { Id, Page } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import type { ColumnMappingDto, ListMappingsInput } from "../schemas.ts";
import { readMappings, type MappingList } from "./read-mappings.ts";

type Row = { id: string; name: string; columns: Record<string, string>; day_first: boolean; updated_at: Date };

const kind: MappingList<Row, ColumnMappingDto> = {
  name: "column-mappings",
  from: "column_mappings p",
  columns: "p.id, p.name, p.columns, p.day_first, p.updated_at",
  sortedBy: "p.name",
  toDto: (row) => ({
    id: row.id as Id<"columnMapping">,
    name: row.name,
    columns: row.columns,
    dayFirst: row.day_first,
    updatedAt: row.updated_at.toISOString(),
  }),
};

/** Saved column mappings, by name. */
export async function listColumnMappings(ctx: CustomerCtx, input: ListMappingsInput): Promise<Page<ColumnMappingDto>> {
  return readMappings(ctx, kind, input);
}
