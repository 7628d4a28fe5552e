import { requirePermission } from "@upstream/core";
import { inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { AlertAction } from "../evaluate/next-state.ts";
import { actingUser } from "./acting-user.ts";
import type { BulkAlertsInput, BulkAlertsResult } from "./alert-schemas.ts";
import { checkAssignee } from "./check-assignee.ts";
import { moveAlerts } from "./move-alerts.ts";

/** The same action on up to 200 alerts; those it does not fit are left as they were and named with the reason. */
export async function bulkAlerts(ctx: CustomerCtx, input: BulkAlertsInput): Promise<BulkAlertsResult> {
  requirePermission(ctx.actor, "alerts:write");
  return inCustomer(ctx, async (tx) => {
    if (input.action === "assign") await checkAssignee(tx, ctx, input.userId);
    const detail = input.action === "resolve" ? input.reason : input.action === "snooze" ? input.until : null;
    return moveAlerts(tx, ctx, { alertIds: input.alertIds, action: actionOf(ctx, input), word: input.action, detail });
  });
}

function actionOf(ctx: CustomerCtx, input: BulkAlertsInput): AlertAction {
  switch (input.action) {
    case "acknowledge":
      return { type: "acknowledge", userId: actingUser(ctx.actor) };
    case "assign":
      return { type: "assign", userId: input.userId };
    case "snooze":
      return { type: "snooze", until: new Date(input.until) };
    case "resolve":
      return { type: "resolve", reason: input.reason };
    case "reopen":
      return { type: "reopen" };
  }
}
