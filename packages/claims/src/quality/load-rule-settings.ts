import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { RuleSetting } from "../rules/active-rules.ts";

export type StoredRuleSetting = RuleSetting & { allowedNames: string[] };

/** What the customer decided on single rules; rules without a word are absent. */
export async function loadRuleSettings(ctx: CustomerCtx): Promise<StoredRuleSetting[]> {
  return readInCustomer(ctx, (query) =>
    query.rows<StoredRuleSetting>(
      "load-rule-settings",
      'SELECT rule_id AS "ruleId", is_enabled AS enabled, severity, allowed_names AS "allowedNames" FROM rule_settings WHERE customer_id = $1',
      [ctx.customerId],
    ),
  );
}
