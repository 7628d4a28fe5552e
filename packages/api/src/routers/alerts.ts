import {
  acknowledgeAlert,
  assignAlert,
  bulkAlerts,
  getAlert,
  judgeAlert,
  listAlerts,
  listFeedback,
  listSuppressed,
  reopenAlert,
  resolveAlert,
  snoozeAlert,
  undoSuppression,
} from "@upstream/alerts";
import {
  acknowledgeAlertInput,
  alertDetail,
  alertDto,
  alertRef,
  assignAlertInput,
  bulkAlertsInput,
  bulkAlertsResult,
  judgeAlertInput,
  judgeAlertResult,
  judgmentDto,
  listAlertsInput,
  listFeedbackInput,
  listSuppressedInput,
  reopenAlertInput,
  resolveAlertInput,
  snoozeAlertInput,
  suppressedDto,
  suppressionRef,
} from "@upstream/alerts/schemas";
import { pageOf } from "@upstream/core";
import { rest } from "../meta.ts";
import { customerProcedure } from "../procedures.ts";
import { router } from "../trpc.ts";

export const alertsRouter = router({
  list: customerProcedure
    .meta(rest("GET", "/alerts", { permission: "alerts:read", summary: "List alerts" }))
    .input(listAlertsInput)
    .output(pageOf(alertDto))
    .query(({ ctx, input }) => listAlerts(ctx, input)),
  get: customerProcedure
    .meta(rest("GET", "/alerts/{alertId}", { permission: "alerts:read", summary: "Get an alert with its evidence" }))
    .input(alertRef)
    .output(alertDetail)
    .query(({ ctx, input }) => getAlert(ctx, input)),
  acknowledge: customerProcedure
    .meta(rest("POST", "/alerts/{alertId}/acknowledge", { permission: "alerts:write", summary: "Take an alert" }))
    .input(acknowledgeAlertInput)
    .output(alertDto)
    .mutation(({ ctx, input }) => acknowledgeAlert(ctx, input)),
  assign: customerProcedure
    .meta(rest("POST", "/alerts/{alertId}/assign", { permission: "alerts:write", summary: "Give an alert to a member, or to nobody" }))
    .input(assignAlertInput)
    .output(alertDto)
    .mutation(({ ctx, input }) => assignAlert(ctx, input)),
  resolve: customerProcedure
    .meta(rest("POST", "/alerts/{alertId}/resolve", { permission: "alerts:write", summary: "Resolve an alert with a reason" }))
    .input(resolveAlertInput)
    .output(alertDto)
    .mutation(({ ctx, input }) => resolveAlert(ctx, input)),
  snooze: customerProcedure
    .meta(rest("POST", "/alerts/{alertId}/snooze", { permission: "alerts:write", summary: "Put an alert off until a time" }))
    .input(snoozeAlertInput)
    .output(alertDto)
    .mutation(({ ctx, input }) => snoozeAlert(ctx, input)),
  reopen: customerProcedure
    .meta(rest("POST", "/alerts/{alertId}/reopen", { permission: "alerts:write", summary: "Open an alert again" }))
    .input(reopenAlertInput)
    .output(alertDto)
    .mutation(({ ctx, input }) => reopenAlert(ctx, input)),
  bulk: customerProcedure
    .meta(rest("POST", "/alerts/bulk", { permission: "alerts:write", summary: "Change up to 200 alerts at once" }))
    .input(bulkAlertsInput)
    .output(bulkAlertsResult)
    .mutation(({ ctx, input }) => bulkAlerts(ctx, input)),
  judge: customerProcedure
    .meta(
      rest("POST", "/alerts/{alertId}/feedback", {
        permission: "alerts:write",
        summary: "Say whether an alert was real; the last word of each person counts",
        status: 201,
      }),
    )
    .input(judgeAlertInput)
    .output(judgeAlertResult)
    .mutation(({ ctx, input }) => judgeAlert(ctx, input)),
  feedback: customerProcedure
    .meta(rest("GET", "/alerts/{alertId}/feedback", { permission: "alerts:read", summary: "List the judgments on an alert" }))
    .input(listFeedbackInput)
    .output(pageOf(judgmentDto))
    .query(({ ctx, input }) => listFeedback(ctx, input)),
  suppressed: customerProcedure
    .meta(rest("GET", "/alerts/suppressed", { permission: "alerts:read", summary: "List what was suppressed, and why" }))
    .input(listSuppressedInput)
    .output(pageOf(suppressedDto))
    .query(({ ctx, input }) => listSuppressed(ctx, input)),
  undoSuppression: customerProcedure
    .meta(rest("POST", "/alerts/suppressed/{suppressionId}/undo", { permission: "alerts:write", summary: "Undo a suppression" }))
    .input(suppressionRef)
    .output(alertDto)
    .mutation(({ ctx, input }) => undoSuppression(ctx, input)),
});
