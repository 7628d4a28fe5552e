import {
  acknowledgeAnomaly,
  listAnomalies,
  listValidationRules,
  qualitySummary,
  qualityTrend,
  updateValidationRule,
} from "@upstream/claims";
import {
  anomalyDto,
  anomalyIdInput,
  listAnomaliesInput,
  qualitySummaryDto,
  qualityTrendDto,
  updateValidationRuleInput,
  validationRuleDto,
  validationRulesDto,
} from "@upstream/claims/schemas";
import { pageOf } from "@upstream/core";
import { rest } from "../meta.ts";
import { customerProcedure } from "../procedures.ts";
import { router } from "../trpc.ts";

export const qualityRouter = router({
  summary: customerProcedure
    .meta(rest("GET", "/quality/summary", { permission: "quality:read", summary: "Quality of the data, per rule and field" }))
    .output(qualitySummaryDto)
    .query(({ ctx }) => qualitySummary(ctx)),
  trend: customerProcedure
    .meta(rest("GET", "/quality/trend", { permission: "quality:read", summary: "Quality of the latest uploads" }))
    .output(qualityTrendDto)
    .query(({ ctx }) => qualityTrend(ctx)),
  anomalies: customerProcedure
    .meta(
      rest("GET", "/quality/anomalies", { permission: "quality:read", summary: "List files that differ from the customer's usual ones" }),
    )
    .input(listAnomaliesInput)
    .output(pageOf(anomalyDto))
    .query(({ ctx, input }) => listAnomalies(ctx, input)),
  acknowledgeAnomaly: customerProcedure
    .meta(
      rest("POST", "/quality/anomalies/{anomalyId}/acknowledge", { permission: "uploads:write", summary: "Note that an anomaly was seen" }),
    )
    .input(anomalyIdInput)
    .output(anomalyDto)
    .mutation(({ ctx, input }) => acknowledgeAnomaly(ctx, input)),
});

export const validationRulesRouter = router({
  list: customerProcedure
    .meta(rest("GET", "/validation-rules", { permission: "quality:read", summary: "List the rules that every row passes through" }))
    .output(validationRulesDto)
    .query(({ ctx }) => listValidationRules(ctx)),
  update: customerProcedure
    .meta(rest("PATCH", "/validation-rules", { permission: "rules:admin", summary: "Switch a rule on or off, or change its severity" }))
    .input(updateValidationRuleInput)
    .output(validationRuleDto)
    .mutation(({ ctx, input }) => updateValidationRule(ctx, input)),
});
