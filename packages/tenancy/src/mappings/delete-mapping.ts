import { DomainError, requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { MappingIdInput } from "../schemas.ts";

export type MappingKind = "payer" | "cpt" | "column";

/** Forgets a mapping; claims already loaded keep what they have. */
export async function deleteMapping(ctx: CustomerCtx, kind: MappingKind, input: MappingIdInput): Promise<void> {
  requirePermission(ctx.actor, "mappings:write");
  await inCustomer(ctx, async (tx) => {
    const where = { customerId: ctx.customerId, id: input.mappingId };
    const deleted = {
      payer: () => tx.payerMapping.deleteMany({ where }),
      cpt: () => tx.cptGroupMapping.deleteMany({ where }),
      column: () => tx.columnMapping.deleteMany({ where }),
    };
    const { count } = await deleted[kind]();
    if (count === 0) throw new DomainError("NOT_FOUND");
    await emitAudit(tx, ctx, { action: "mapping.delete", entity: `${kind}_mapping`, entityId: input.mappingId });
  });
}
