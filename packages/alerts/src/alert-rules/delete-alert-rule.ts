import { requirePermission } from "@upstream/core";
import { emitAudit, executeSql, inCustomer, sql } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { loadRule } from "./rule-row.ts";
import type { AlertRuleRef } from "./rule-schemas.ts";

/** Removes a rule; its alerts, judgments and figures stay. */
export async function deleteAlertRule(ctx: CustomerCtx, input: AlertRuleRef): Promise<{ id: string }> {
  requirePermission(ctx.actor, "rules:admin");
  const now = ctx.clock.now();
  return inCustomer(ctx, async (tx) => {
    const before = await loadRule(tx, ctx, input.alertRuleId);
    await executeSql(
      tx,
      sql`UPDATE alert_rules SET deleted_at = ${now}, is_enabled = false, updated_at = ${now}
        WHERE customer_id = ${ctx.customerId}::uuid AND id = ${input.alertRuleId}::uuid`,
    );
    await emitAudit(tx, ctx, { action: "alert-rule.delete", entity: "alert-rule", entityId: before.id, payload: { name: before.name } });
    return { id: before.id };
  });
}
