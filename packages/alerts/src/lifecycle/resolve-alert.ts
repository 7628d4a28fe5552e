import { requirePermission } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import type { AlertDto, ResolveAlertInput } from "./alert-schemas.ts";
import { moveAlert } from "./move-alert.ts";

/** Ends an alert with a reason. */
export async function resolveAlert(ctx: CustomerCtx, input: ResolveAlertInput): Promise<AlertDto> {
  requirePermission(ctx.actor, "alerts:write");
  return moveAlert(ctx, {
    alertIds: [input.alertId],
    action: { type: "resolve", reason: input.reason },
    word: "resolve",
    detail: input.note ?? input.reason,
  });
}
