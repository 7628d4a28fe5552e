import { requirePermission } from "@upstream/core";
import { inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { loadRule, toAlertRuleDto } from "./rule-row.ts";
import type { AlertRuleDto, AlertRuleRef } from "./rule-schemas.ts";

/** One alert rule. */
export async function getAlertRule(ctx: CustomerCtx, input: AlertRuleRef): Promise<AlertRuleDto> {
  requirePermission(ctx.actor, "alerts:read");
  return toAlertRuleDto(await inCustomer(ctx, (tx) => loadRule(tx, ctx, input.alertRuleId)));
}
