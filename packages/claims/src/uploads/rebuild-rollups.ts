import { requirePermission } from "@upstream/core";
import { bulkInCustomer, emitAudit } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { lockFigures } from "./lock-figures.ts";
import { remakeRollups } from "./rollup-delta.ts";

/** Makes the customer's daily figures anew from the stored claims; the result is what the deltas had made. */
export async function rebuildRollups(ctx: CustomerCtx): Promise<void> {
  requirePermission(ctx.actor, "settings:admin");
  await bulkInCustomer(ctx, async (client) => {
    await lockFigures(client, ctx.customerId);
    await remakeRollups(client, ctx.customerId);
    await emitAudit(client, ctx, { action: "rollups.rebuild", entity: "customer", entityId: ctx.customerId });
  });
}
