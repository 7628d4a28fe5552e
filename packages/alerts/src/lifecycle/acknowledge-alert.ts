import { requirePermission } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { actingUser } from "./acting-user.ts";
import type { AcknowledgeAlertInput, AlertDto } from "./alert-schemas.ts";
import { moveAlert } from "./move-alert.ts";

/** Takes an alert: whoever acknowledges owns it. */
export async function acknowledgeAlert(ctx: CustomerCtx, input: AcknowledgeAlertInput): Promise<AlertDto> {
  requirePermission(ctx.actor, "alerts:write");
  const action = { type: "acknowledge", userId: actingUser(ctx.actor) } as const;
  return moveAlert(ctx, { alertIds: [input.alertId], action, word: "acknowledge", detail: input.note });
}
