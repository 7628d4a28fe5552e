import { requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { RevealPhiInput, RevealedPhiDto } from "../schemas.ts";
import { loadClaim } from "./load-claim.ts";
import { openPerson } from "./open-person.ts";

/** Shows a patient's values of one claim to someone who holds the grant; the audit entry is committed before anything is opened. */
export async function revealPhi(ctx: CustomerCtx, input: RevealPhiInput): Promise<RevealedPhiDto> {
  requirePermission(ctx.actor, "phi:reveal");
  const row = await loadClaim(ctx, input.claimId);
  await inCustomer(ctx, (tx) =>
    emitAudit(tx, ctx, { action: "phi.reveal", entity: "claim", entityId: input.claimId, payload: { reason: input.reason } }),
  );
  return openPerson(ctx, row.identity, row.phi);
}
