import { invalidField, requirePermission, todayIn } from "@upstream/core";
import { emitAudit, inCustomer, recordEvent, type CustomerCtx } from "@upstream/db";
import { loadSettings } from "@upstream/tenancy";
import { driftRunRequested } from "../events.ts";
import type { RequestDriftRunInput } from "../schemas.ts";

/** Asks for a run in the background, as of today or an earlier day of the customer's; answers with the id of the request. */
export async function requestDriftRun(ctx: CustomerCtx, input: RequestDriftRunInput): Promise<{ requestId: string }> {
  requirePermission(ctx.actor, "drift:write");
  const { timeZone } = await loadSettings(ctx);
  if (input.asOf !== undefined && input.asOf > todayIn(timeZone, ctx.clock.now()))
    throw invalidField("/asOf", "future", "A run cannot look from a day that has not come");
  return inCustomer(ctx, async (tx) => {
    const requestId = await recordEvent(tx, ctx, driftRunRequested({ kind: "manual", asOf: input.asOf }));
    await emitAudit(tx, ctx, { action: "drift.request", entity: "drift_run", payload: { asOf: input.asOf ?? null } });
    return { requestId };
  });
}
