import { requirePermission } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { rules } from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";
import type { ValidationRuleDto, ValidationRulesDto } from "../schemas.ts";
import { loadRuleSettings } from "./load-rule-settings.ts";
import type { StoredRuleSetting } from "./load-rule-settings.ts";

/** A rule as the customer has it. */
export function toValidationRuleDto(rule: Rule, setting: StoredRuleSetting | undefined): ValidationRuleDto {
  const own = rule.structural ? undefined : setting;
  return {
    id: rule.id,
    field: rule.field,
    severity: own?.severity ?? rule.severity,
    defaultSeverity: rule.severity,
    isEnabled: own?.enabled ?? true,
    isStructural: rule.structural ?? false,
    message: rule.message,
    remedy: rule.remedy,
    allowedNames: setting?.allowedNames ?? [],
  };
}

/** All rules of the upload path in their order, each as the customer has it. */
export async function listValidationRules(ctx: CustomerCtx): Promise<ValidationRulesDto> {
  requirePermission(ctx.actor, "quality:read");
  const settings = new Map((await loadRuleSettings(ctx)).map((setting) => [setting.ruleId, setting]));
  return { items: rules.map((rule) => toValidationRuleDto(rule, settings.get(rule.id))) };
}
