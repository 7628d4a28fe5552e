import type { Id, Page } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import type { CptMappingDto, ListMappingsInput } from "../schemas.ts";
import { readMappings, type MappingList } from "./read-mappings.ts";

type Row = { id: string; cpt_from: string; cpt_to: string; cpt_group: string; updated_at: Date };

const kind: MappingList<Row, CptMappingDto> = {
  name: "cpt-mappings",
  from: "cpt_group_mappings p",
  columns: "p.id, p.cpt_from, p.cpt_to, p.cpt_group, p.updated_at",
  sortedBy: "p.cpt_from",
  toDto: (row) => ({
    id: row.id as Id<"cptMapping">,
    cptFrom: row.cpt_from,
    cptTo: row.cpt_to,
    cptGroup: row.cpt_group,
    updatedAt: row.updated_at.toISOString(),
  }),
};

/** Ranges of procedure codes with a group of their own, by first code. */
export async function listCptMappings(ctx: CustomerCtx, input: ListMappingsInput): Promise<Page<CptMappingDto>> {
  return readMappings(ctx, kind, input);
}
