import { newId, requirePermission } from "@upstream/core";
import type { EndpointId } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { Outbound } from "../outbound.ts";
import { checkEndpointUrl, checkOwnSecret } from "./check-endpoint.ts";
import { endpointSelect, sealEndpointSecrets, toEndpointDto } from "./endpoint-row.ts";
import type { CreateEndpointInput, EndpointWithSecret } from "./endpoint-schemas.ts";
import { newSecret } from "./signature.ts";

/** Adds a webhook endpoint; this answer is the only one that shows its secret. */
export async function createEndpoint(
  ctx: CustomerCtx,
  input: CreateEndpointInput,
  outbound: Pick<Outbound, "checkUrl">,
): Promise<EndpointWithSecret> {
  requirePermission(ctx.actor, "webhooks:admin");
  checkEndpointUrl(input.url, outbound);
  checkOwnSecret(input.secret);
  const id = newId<EndpointId>();
  const secret = input.secret ?? newSecret();
  const now = ctx.clock.now();
  return inCustomer(ctx, async (tx) => {
    const after = await tx.webhookEndpoint.create({
      data: {
        customerId: ctx.customerId,
        id,
        url: input.url,
        events: [...new Set(input.events)],
        description: input.description,
        headers: input.headers,
        secrets: sealEndpointSecrets(ctx, id, { current: secret, previous: [] }),
        createdAt: now,
        updatedAt: now,
      },
      select: endpointSelect,
    });
    await emitAudit(tx, ctx, {
      action: "endpoint.create",
      entity: "webhook-endpoint",
      entityId: id,
      payload: { url: after.url, events: after.events },
    });
    return { ...toEndpointDto(after), secret };
  });
}
