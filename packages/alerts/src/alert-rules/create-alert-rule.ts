import { newId, requirePermission } from "@upstream/core";
import type { AlertRuleId } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx, Prisma } from "@upstream/db";
import { checkRuleChannels, ruleData, ruleSelect, toAlertRuleDto } from "./rule-row.ts";
import type { AlertRuleDto, CreateAlertRuleInput } from "./rule-schemas.ts";

/** Adds a rule; it applies from the next drift run on. A second one of the same name is CONFLICT. */
export async function createAlertRule(ctx: CustomerCtx, input: CreateAlertRuleInput): Promise<AlertRuleDto> {
  requirePermission(ctx.actor, "rules:admin");
  const now = ctx.clock.now();
  return inCustomer(ctx, async (tx) => {
    await checkRuleChannels(tx, ctx, input.usesAllChannels ? [] : input.channelIds);
    const data = { ...ruleData(input), customerId: ctx.customerId, id: newId<AlertRuleId>(), createdAt: now, updatedAt: now };
    const after = await tx.alertRule.create({ data: data as Prisma.AlertRuleUncheckedCreateInput, select: ruleSelect });
    await emitAudit(tx, ctx, { action: "alert-rule.create", entity: "alert-rule", entityId: after.id, after });
    return toAlertRuleDto(after);
  });
}
