import { requirePermission } from "@upstream/core";
import { emitAudit, inCustomer, recordEvent, type CustomerCtx } from "@upstream/db";
import { driftRunRequested } from "../events.ts";
import type { RequestDriftRunInput } from "../schemas.ts";

/** Asks for a run in the background; answers with the id of the request. */
export async function requestDriftRun(ctx: CustomerCtx, input: RequestDriftRunInput): Promise<{ requestId: string }> {
  requirePermission(ctx.actor, "drift:write");
  return inCustomer(ctx, async (tx) => {
    const requestId = await recordEvent(tx, ctx, driftRunRequested({ kind: "manual", asOf: input.asOf }));
    await emitAudit(tx, ctx, { action: "drift.request", entity: "drift_run", payload: { asOf: input.asOf ?? null } });
    return { requestId };
  });
}
