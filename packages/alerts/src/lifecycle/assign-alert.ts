import { requirePermission } from "@upstream/core";
import { inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { AlertDto, AssignAlertInput } from "./alert-schemas.ts";
import { checkAssignee } from "./check-assignee.ts";
import { moveAlertIn } from "./move-alert.ts";

/** Gives an alert to a person, or takes it from whoever has it. */
export async function assignAlert(ctx: CustomerCtx, input: AssignAlertInput): Promise<AlertDto> {
  requirePermission(ctx.actor, "alerts:write");
  return inCustomer(ctx, async (tx) => {
    await checkAssignee(tx, ctx, input.userId);
    return moveAlertIn(tx, ctx, {
      alertIds: [input.alertId],
      action: { type: "assign", userId: input.userId },
      word: "assign",
      detail: input.userId,
    });
  });
}
