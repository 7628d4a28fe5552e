import { rules } from "./index.ts";
import type { Rule, Severity } from "./rule.ts";

/** A customer's word on one rule: off, or another severity. */
export type RuleSetting = { ruleId: string; enabled: boolean; severity: Severity | null };

/** A rule in force, with the severity that the customer gave it. */
export type ActiveRule = { rule: Rule; severity: Severity; overridden: boolean };

/** The rules in force for a customer; structural ones are neither switched off nor softened. */
export function activeRules(settings: readonly RuleSetting[]): ActiveRule[] {
  const byId = new Map(settings.map((setting) => [setting.ruleId, setting]));
  return rules.flatMap((rule) => {
    const setting = rule.structural ? undefined : byId.get(rule.id);
    if (setting && !setting.enabled) return [];
    return [{ rule, severity: setting?.severity ?? rule.severity, overridden: setting?.severity != null }];
  });
}
