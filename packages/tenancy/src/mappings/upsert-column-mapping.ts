import type { Id } from "@upstream/core";
import { newId, requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx, Prisma } from "@upstream/db";
import type { ColumnMappingDto, UpsertColumnMappingInput } from "../schemas.ts";

const select = { id: true, name: true, columns: true, dayFirst: true, updatedAt: true } satisfies Prisma.ColumnMappingSelect;

/** Saves which header of a source's files means what, and whether its dates are day first; the same key again replaces the earlier mapping. */
export async function upsertColumnMapping(ctx: CustomerCtx, input: UpsertColumnMappingInput): Promise<ColumnMappingDto> {
  requirePermission(ctx.actor, "mappings:write");
  const { customerId } = ctx;
  return inCustomer(ctx, async (tx) => {
    const where = { customerId_name: { customerId, name: input.name } };
    const before = await tx.columnMapping.findUnique({ where, select });
    const row = await tx.columnMapping.upsert({
      where,
      create: { customerId, id: newId(), name: input.name, columns: input.columns, dayFirst: input.dayFirst },
      update: { columns: input.columns, dayFirst: input.dayFirst, updatedAt: ctx.clock.now() },
      select,
    });
    await emitAudit(tx, ctx, {
      action: "mapping.save",
      entity: "column_mapping",
      entityId: row.id,
      before: before ?? undefined,
      after: row,
    });
    return {
      id: row.id as Id<"columnMapping">,
      name: row.name,
      columns: row.columns as Record<string, string>,
      dayFirst: row.dayFirst,
      updatedAt: row.updatedAt.toISOString(),
    };
  });
}
