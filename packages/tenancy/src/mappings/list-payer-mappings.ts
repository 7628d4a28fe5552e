import type { Id, Page } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import type { ListMappingsInput, PayerMappingDto } from "../schemas.ts";
import { readMappings, type MappingList } from "./read-mappings.ts";

type Row = { id: string; raw_name: string; payer_name: string; updated_at: Date };

const kind: MappingList<Row, PayerMappingDto> = {
  name: "payer-mappings",
  from: "payer_mappings p",
  columns: "p.id, p.raw_name, p.payer_name, p.updated_at",
  sortedBy: "p.raw_name",
  toDto: (row) => ({
    id: row.id as Id<"payerMapping">,
    rawName: row.raw_name,
    payerName: row.payer_name,
    updatedAt: row.updated_at.toISOString(),
  }),
};

/** Payer names that were mapped, by raw name. */
export async function listPayerMappings(ctx: CustomerCtx, input: ListMappingsInput): Promise<Page<PayerMappingDto>> {
  return readMappings(ctx, kind, input);
}
