import type { Id } from "@upstream/core";
import { newId, requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx, Prisma } from "@upstream/db";
import type { PayerMappingDto, UpsertPayerMappingInput } from "../schemas.ts";

const select = { id: true, rawName: true, payerName: true, updatedAt: true } satisfies Prisma.PayerMappingSelect;

/** Gives a payer's raw name a canonical one; the same key again replaces the earlier mapping. */
export async function upsertPayerMapping(ctx: CustomerCtx, input: UpsertPayerMappingInput): Promise<PayerMappingDto> {
  requirePermission(ctx.actor, "mappings:write");
  const { customerId } = ctx;
  return inCustomer(ctx, async (tx) => {
    const where = { customerId_rawName: { customerId, rawName: input.rawName } };
    const before = await tx.payerMapping.findUnique({ where, select });
    const row = await tx.payerMapping.upsert({
      where,
      create: { customerId, id: newId(), rawName: input.rawName, payerName: input.payerName },
      update: { payerName: input.payerName, updatedAt: ctx.clock.now() },
      select,
    });
    await emitAudit(tx, ctx, {
      action: "mapping.save",
      entity: "payer_mapping",
      entityId: row.id,
      before: before ?? undefined,
      after: row,
    });
    return { id: row.id as Id<"payerMapping">, rawName: row.rawName, payerName: row.payerName, updatedAt: row.updatedAt.toISOString() };
  });
}
