import type { Id } from "@upstream/core";
import { newId, requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx, Prisma } from "@upstream/db";
import type { CptMappingDto, UpsertCptMappingInput } from "../schemas.ts";

const select = { id: true, cptFrom: true, cptTo: true, cptGroup: true, updatedAt: true } satisfies Prisma.CptGroupMappingSelect;

/** Puts a range of procedure codes into a group of the customer's own; the same key again replaces the earlier mapping. */
export async function upsertCptMapping(ctx: CustomerCtx, input: UpsertCptMappingInput): Promise<CptMappingDto> {
  requirePermission(ctx.actor, "mappings:write");
  const { customerId } = ctx;
  return inCustomer(ctx, async (tx) => {
    const where = { customerId_cptFrom_cptTo: { customerId, cptFrom: input.cptFrom, cptTo: input.cptTo } };
    const before = await tx.cptGroupMapping.findUnique({ where, select });
    const row = await tx.cptGroupMapping.upsert({
      where,
      create: { customerId, id: newId(), cptFrom: input.cptFrom, cptTo: input.cptTo, cptGroup: input.cptGroup },
      update: { cptGroup: input.cptGroup, updatedAt: ctx.clock.now() },
      select,
    });
    await emitAudit(tx, ctx, { action: "mapping.save", entity: "cpt_mapping", entityId: row.id, before: before ?? undefined, after: row });
    return {
      id: row.id as Id<"cptMapping">,
      cptFrom: row.cptFrom,
      cptTo: row.cptTo,
      cptGroup: row.cptGroup,
      updatedAt: row.updatedAt.toISOString(),
    };
  });
}
