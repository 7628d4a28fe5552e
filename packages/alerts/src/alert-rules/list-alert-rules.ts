import { requirePermission } from "@upstream/core";
import type { Page } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { CustomerCtx, PageSpec } from "@upstream/db";
import { toAlertRuleDto } from "./rule-row.ts";
import type { AlertRuleRow } from "./rule-row.ts";
import type { AlertRuleDto, ListAlertRulesInput } from "./rule-schemas.ts";

export const ruleColumns = `r.id, r.name, r.signals, r.payers, r.cpt_groups AS "cptGroups", r.facilities, r.direction, r.min_severity AS "minSeverity",
    r.min_effect AS "minEffect", r.min_impact_cents AS "minImpactCents", r.max_q AS "maxQ", r.severity_label AS "severityLabel",
    r.uses_all_channels AS "usesAllChannels", r.channel_ids AS "channelIds", r.is_enabled AS "isEnabled", r.is_default AS "isDefault",
    r.created_at AS "createdAt", r.updated_at AS "updatedAt"`;

const page: PageSpec<"createdAt"> = {
  name: "list-alert-rules",
  columns: ruleColumns,
  from: "alert_rules r",
  id: "r.id",
  sorts: { createdAt: { column: "r.created_at", type: "timestamptz" } },
};

/** The customer's alert rules, oldest first. */
export async function listAlertRules(ctx: CustomerCtx, input: ListAlertRulesInput): Promise<Page<AlertRuleDto>> {
  requirePermission(ctx.actor, "alerts:read");
  const found = await readPage<AlertRuleRow, "createdAt">(ctx, page, {
    where: [{ text: "r.customer_id = ? AND r.deleted_at IS NULL", values: [ctx.customerId] }],
    sort: "createdAt",
    direction: "asc",
    limit: input.limit,
    cursor: input.cursor,
  });
  return { items: found.rows.map(toAlertRuleDto), nextCursor: found.nextCursor };
}
