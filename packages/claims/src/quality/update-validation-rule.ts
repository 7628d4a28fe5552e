import { DomainError, invalidField, requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { ruleById } from "../rules/index.ts";
import type { Rule, Severity } from "../rules/rule.ts";
import type { UpdateValidationRuleInput, ValidationRuleDto } from "../schemas.ts";
import { sightingRules } from "../uploads/sighting-issues.ts";
import { toValidationRuleDto } from "./list-validation-rules.ts";

function assertAllowed(rule: Rule, input: UpdateValidationRuleInput): void {
  if (rule.structural && (input.isEnabled === false || input.severity != null))
    throw new DomainError("PRECONDITION", { reason: "rule-is-structural" });
  if (sightingRules.has(rule.id) && input.severity === "error")
    throw invalidField("/severity", "severity_not_possible", "This rule cannot reject rows");
  if (rule.id !== "PHI_PAYER" && input.allowedNames !== undefined)
    throw invalidField("/allowedNames", "names_not_possible", "Only PHI_PAYER takes allowed names");
}

/** Switches a rule on or off, changes its severity, or allows payer names; it counts for files read from then on. */
export async function updateValidationRule(ctx: CustomerCtx, input: UpdateValidationRuleInput): Promise<ValidationRuleDto> {
  requirePermission(ctx.actor, "rules:admin");
  const rule = ruleById(input.id);
  if (!rule) throw new DomainError("NOT_FOUND");
  assertAllowed(rule, input);
  const { customerId } = ctx;
  const where = { customerId_ruleId: { customerId, ruleId: rule.id } };
  const change = {
    ...(input.isEnabled === undefined ? {} : { isEnabled: input.isEnabled }),
    ...(input.severity === undefined ? {} : { severity: input.severity }),
    ...(input.allowedNames === undefined ? {} : { allowedNames: input.allowedNames }),
    updatedAt: ctx.clock.now(),
  };
  const row = await inCustomer(ctx, async (tx) => {
    const before = await tx.ruleSetting.findUnique({ where });
    const after = await tx.ruleSetting.upsert({ where, create: { customerId, ruleId: rule.id, ...change }, update: change });
    await emitAudit(tx, ctx, { action: "rule.update", entity: "rule_setting", entityId: rule.id, before: before ?? undefined, after });
    return after;
  });
  return toValidationRuleDto(rule, {
    ruleId: rule.id,
    enabled: row.isEnabled,
    severity: row.severity as Severity | null,
    allowedNames: row.allowedNames,
  });
}
