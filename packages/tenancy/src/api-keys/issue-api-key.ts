import type { ApiKeyId } from "@upstream/core";
import { actorText, newId, randomToken, requirePermission } from "@upstream/core";
import { createHash } from "node:crypto";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { IssueApiKeyInput, IssuedApiKeyDto } from "../schemas.ts";
import { apiKeySelect, toApiKeyDto } from "./api-key-dto.ts";

/** Makes a key `upk_<id>_<secret>`; the secret is answered once and only its SHA-256 is kept. CONFLICT when the name is taken. */
export async function issueApiKey(ctx: CustomerCtx, input: IssueApiKeyInput): Promise<IssuedApiKeyDto> {
  requirePermission(ctx.actor, "api-keys:admin");
  if (input.role === "admin") requirePermission(ctx.actor, "owners:admin");
  const id = newId<ApiKeyId>();
  const secret = randomToken(32);
  const now = ctx.clock.now();
  return inCustomer(ctx, async (tx) => {
    const row = await tx.apiKey.create({
      data: {
        customerId: ctx.customerId,
        id,
        name: input.name,
        role: input.role,
        scope: input.scope,
        secretHash: new Uint8Array(createHash("sha256").update(secret).digest()),
        createdBy: actorText(ctx.actor),
        createdAt: now,
        expiresAt: new Date(now.getTime() + input.expiresInDays * 86_400_000),
      },
      select: apiKeySelect,
    });
    await emitAudit(tx, ctx, {
      action: "api-key.issue",
      entity: "api_key",
      entityId: id,
      payload: { role: input.role, scope: input.scope, expiresInDays: input.expiresInDays },
    });
    return { ...toApiKeyDto(row), secret: `upk_${id}_${secret}` };
  });
}
