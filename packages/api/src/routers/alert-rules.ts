import { createAlertRule, deleteAlertRule, getAlertRule, listAlertRules, updateAlertRule } from "@upstream/alerts";
import { alertRuleDto, alertRuleRef, createAlertRuleInput, listAlertRulesInput, updateAlertRuleInput } from "@upstream/alerts/schemas";
import { pageOf } from "@upstream/core";
import { rest } from "../meta.ts";
import { customerProcedure } from "../procedures.ts";
import { router } from "../trpc.ts";
import { deletedDto } from "./deleted-dto.ts";

export const alertRulesRouter = router({
  list: customerProcedure
    .meta(rest("GET", "/alert-rules", { permission: "alerts:read", summary: "List alert rules" }))
    .input(listAlertRulesInput)
    .output(pageOf(alertRuleDto))
    .query(({ ctx, input }) => listAlertRules(ctx, input)),
  get: customerProcedure
    .meta(rest("GET", "/alert-rules/{alertRuleId}", { permission: "alerts:read", summary: "Get an alert rule" }))
    .input(alertRuleRef)
    .output(alertRuleDto)
    .query(({ ctx, input }) => getAlertRule(ctx, input)),
  create: customerProcedure
    .meta(rest("POST", "/alert-rules", { permission: "rules:admin", summary: "Create an alert rule", status: 201 }))
    .input(createAlertRuleInput)
    .output(alertRuleDto)
    .mutation(({ ctx, input }) => createAlertRule(ctx, input)),
  update: customerProcedure
    .meta(rest("PATCH", "/alert-rules/{alertRuleId}", { permission: "rules:admin", summary: "Change an alert rule" }))
    .input(updateAlertRuleInput)
    .output(alertRuleDto)
    .mutation(({ ctx, input }) => updateAlertRule(ctx, input)),
  delete: customerProcedure
    .meta(rest("DELETE", "/alert-rules/{alertRuleId}", { permission: "rules:admin", summary: "Delete an alert rule" }))
    .input(alertRuleRef)
    .output(deletedDto)
    .mutation(({ ctx, input }) => deleteAlertRule(ctx, input)),
});
