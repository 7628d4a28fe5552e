import { requirePermission } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import type { AlertDto, ReopenAlertInput } from "./alert-schemas.ts";
import { moveAlert } from "./move-alert.ts";

/** Takes an alert one step back: resolved or snoozed to where it was, acknowledged to nobody. */
export async function reopenAlert(ctx: CustomerCtx, input: ReopenAlertInput): Promise<AlertDto> {
  requirePermission(ctx.actor, "alerts:write");
  return moveAlert(ctx, { alertIds: [input.alertId], action: { type: "reopen" }, word: "reopen", detail: input.note });
}
