import { pageInput, zId, zText } from "@upstream/core/schemas";
import { z } from "zod";

export const severities = ["low", "medium", "high", "critical"] as const;
/** The one severity scale of the product. */
export const zSeverity = z.enum(severities);
export type Severity = z.infer<typeof zSeverity>;

export const zSignal = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{0,39}$/)
  .meta({ example: "DENIAL_RATE" });

const scope = {
  /** Signals the rule listens to; empty means every signal. */
  signals: z.array(zSignal).max(50),
  /** Payers by canonical name; empty means every payer. */
  payers: z.array(zText(255)).max(200),
  /** CPT groups by name; empty means every group and the payer as a whole. */
  cptGroups: z.array(zText(120)).max(200),
  /** Facilities that must be among the slices that explain the change; empty means any. */
  facilities: z.array(zText(255)).max(200),
};

const condition = {
  direction: z.enum(["worse", "better", "any"]),
  minSeverity: zSeverity,
  /** Smallest absolute effect in the signal's own unit; a share for rates and amounts, days for times. */
  minEffect: z.number().min(0).max(100_000).nullable(),
  /** Smallest cautious end of the monthly dollars, in cents. */
  minImpactCents: z.number().int().min(0).max(100_000_000_000).nullable(),
  /** Largest share of false discoveries. */
  maxQ: z.number().gt(0).max(1).nullable(),
};

const handling = {
  /** Severity shown instead of the measured one. */
  severityLabel: zSeverity.nullable(),
  usesAllChannels: z.boolean(),
  channelIds: z.array(zId("channel")).max(20),
  isEnabled: z.boolean(),
};

export const alertRuleDto = z.strictObject({
  id: zId("alertRule"),
  name: z.string(),
  ...scope,
  ...condition,
  ...handling,
  isDefault: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type AlertRuleDto = z.infer<typeof alertRuleDto>;

export const createAlertRuleInput = z.strictObject({
  name: zText(80),
  signals: scope.signals.default([]),
  payers: scope.payers.default([]),
  cptGroups: scope.cptGroups.default([]),
  facilities: scope.facilities.default([]),
  direction: condition.direction.default("worse"),
  minSeverity: zSeverity.default("low"),
  minEffect: condition.minEffect.default(null),
  minImpactCents: condition.minImpactCents.default(null),
  maxQ: condition.maxQ.default(null),
  severityLabel: handling.severityLabel.default(null),
  usesAllChannels: z.boolean().default(true),
  channelIds: handling.channelIds.default([]),
  isEnabled: z.boolean().default(true),
});
export type CreateAlertRuleInput = z.infer<typeof createAlertRuleInput>;

export const listAlertRulesInput = z.strictObject({ ...pageInput });
export type ListAlertRulesInput = z.infer<typeof listAlertRulesInput>;

export const alertRuleRef = z.strictObject({ alertRuleId: zId("alertRule") });
export type AlertRuleRef = z.infer<typeof alertRuleRef>;

export const updateAlertRuleInput = z.strictObject({
  alertRuleId: zId("alertRule"),
  name: zText(80).optional(),
  signals: scope.signals.optional(),
  payers: scope.payers.optional(),
  cptGroups: scope.cptGroups.optional(),
  facilities: scope.facilities.optional(),
  direction: condition.direction.optional(),
  minSeverity: zSeverity.optional(),
  minEffect: condition.minEffect.optional(),
  minImpactCents: condition.minImpactCents.optional(),
  maxQ: condition.maxQ.optional(),
  severityLabel: handling.severityLabel.optional(),
  usesAllChannels: z.boolean().optional(),
  channelIds: handling.channelIds.optional(),
  isEnabled: z.boolean().optional(),
});
export type UpdateAlertRuleInput = z.infer<typeof updateAlertRuleInput>;
