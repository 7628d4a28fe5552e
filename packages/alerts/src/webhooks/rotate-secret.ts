import { DomainError, requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { endpointSelect, loadEndpoint, openEndpointSecrets, sealEndpointSecrets, toEndpointDto } from "./endpoint-row.ts";
import type { EndpointWithSecret, RotateSecretInput } from "./endpoint-schemas.ts";
import { newSecret, rotated } from "./signature.ts";

/** Gives an endpoint a new secret, shown once; the old one signs along for the overlap, 24 hours unless asked otherwise. */
export async function rotateSecret(ctx: CustomerCtx, input: RotateSecretInput): Promise<EndpointWithSecret> {
  requirePermission(ctx.actor, "webhooks:admin");
  const now = ctx.clock.now();
  const secret = newSecret();
  return inCustomer(ctx, async (tx) => {
    const before = await loadEndpoint(tx, ctx, input.endpointId);
    if (before.secrets === null) throw new DomainError("NOT_FOUND");
    const next = rotated(openEndpointSecrets(ctx, before.id, before.secrets), secret, now, input.overlapHours);
    const after = await tx.webhookEndpoint.update({
      where: { customerId_id: { customerId: ctx.customerId, id: input.endpointId } },
      data: { secrets: sealEndpointSecrets(ctx, before.id, next), updatedAt: now },
      select: endpointSelect,
    });
    await emitAudit(tx, ctx, {
      action: "endpoint.rotate-secret",
      entity: "webhook-endpoint",
      entityId: after.id,
      payload: { overlapHours: input.overlapHours },
    });
    return { ...toEndpointDto(after), secret };
  });
}
