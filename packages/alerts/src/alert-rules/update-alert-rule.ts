import { requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { checkRuleChannels, loadRule, ruleData, ruleSelect, toAlertRuleDto } from "./rule-row.ts";
import type { AlertRuleDto, UpdateAlertRuleInput } from "./rule-schemas.ts";

/** Changes a rule; alerts it raised stay as they are. */
export async function updateAlertRule(ctx: CustomerCtx, input: UpdateAlertRuleInput): Promise<AlertRuleDto> {
  requirePermission(ctx.actor, "rules:admin");
  const { alertRuleId, ...rest } = input;
  const changes =
    rest.channelIds !== undefined && rest.channelIds.length > 0 && rest.usesAllChannels === undefined
      ? { ...rest, usesAllChannels: false }
      : rest;
  return inCustomer(ctx, async (tx) => {
    const before = await loadRule(tx, ctx, alertRuleId);
    await checkRuleChannels(tx, ctx, changes.usesAllChannels === true ? [] : changes.channelIds);
    const after = await tx.alertRule.update({
      where: { customerId_id: { customerId: ctx.customerId, id: alertRuleId } },
      data: { ...ruleData(changes), updatedAt: ctx.clock.now() },
      select: ruleSelect,
    });
    await emitAudit(tx, ctx, { action: "alert-rule.update", entity: "alert-rule", entityId: after.id, before, after });
    return toAlertRuleDto(after);
  });
}
