import { DomainError, actorText, requirePermission } from "@upstream/core";
import type { Id, UploadId } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { AnomalyDto, AnomalyIdInput } from "../schemas.ts";
import { toAnomalyDto } from "./list-anomalies.ts";

/** Notes that someone has seen an anomaly; the first one counts. */
export async function acknowledgeAnomaly(ctx: CustomerCtx, input: AnomalyIdInput): Promise<AnomalyDto> {
  requirePermission(ctx.actor, "uploads:write");
  const where = { customerId_id: { customerId: ctx.customerId, id: input.anomalyId } };
  const row = await inCustomer(ctx, async (tx) => {
    const found = await tx.anomaly.findUnique({ where });
    if (!found) throw new DomainError("NOT_FOUND");
    if (found.acknowledgedAt !== null) return found;
    await emitAudit(tx, ctx, { action: "anomaly.acknowledge", entity: "anomaly", entityId: input.anomalyId });
    return tx.anomaly.update({ where, data: { acknowledgedAt: ctx.clock.now(), acknowledgedBy: actorText(ctx.actor) } });
  });
  return toAnomalyDto({
    ...row,
    id: row.id as Id<"anomaly">,
    uploadId: row.uploadId as UploadId,
    kind: row.kind as AnomalyDto["kind"],
    severity: row.severity as AnomalyDto["severity"],
  });
}
