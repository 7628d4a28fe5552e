import { requirePermission } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import type { AlertDto, SnoozeAlertInput } from "./alert-schemas.ts";
import { moveAlert } from "./move-alert.ts";

/** Puts an alert aside until an instant within a year; it comes back by itself. */
export async function snoozeAlert(ctx: CustomerCtx, input: SnoozeAlertInput): Promise<AlertDto> {
  requirePermission(ctx.actor, "alerts:write");
  return moveAlert(ctx, {
    alertIds: [input.alertId],
    action: { type: "snooze", until: new Date(input.until) },
    word: "snooze",
    detail: input.until,
  });
}
