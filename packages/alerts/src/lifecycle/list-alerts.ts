import { requirePermission } from "@upstream/core";
import type { Page } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { Condition, CustomerCtx, PageSpec } from "@upstream/db";
import { alertColumns, alertTables, shownImpactCents, shownSentence, toAlertDto } from "./alert-row.ts";
import type { AlertRow } from "./alert-row.ts";
import type { AlertDto, AlertState, ListAlertsInput } from "./alert-schemas.ts";

const page: PageSpec<"raisedAt" | "impact"> = {
  name: "list-alerts",
  columns: alertColumns.sql,
  from: alertTables.sql,
  id: "a.id",
  sorts: {
    raisedAt: { column: "a.raised_at", type: "timestamptz" },
    impact: { column: `COALESCE(${shownImpactCents.sql}, -1)`, type: "bigint" },
  },
};

/** Alerts people were told about; kept-quiet ones only when asked for by `status`. A snooze that has run out counts as over. */
export async function listAlerts(ctx: CustomerCtx, input: ListAlertsInput): Promise<Page<AlertDto>> {
  requirePermission(ctx.actor, "alerts:read");
  const now = ctx.clock.now();
  const found = await readPage<AlertRow, "raisedAt" | "impact">(ctx, page, {
    where: conditionsOf(ctx, input),
    sort: input.sort === "-impact" ? "impact" : "raisedAt",
    direction: input.sort.startsWith("-") ? "desc" : "asc",
    limit: input.limit,
    cursor: input.cursor,
  });
  return { items: found.rows.map((row) => toAlertDto(row, now)), nextCursor: found.nextCursor };
}

function conditionsOf(ctx: CustomerCtx, input: ListAlertsInput): Condition[] {
  const where: Condition[] = [{ text: "a.customer_id = ?", values: [ctx.customerId] }, stateCondition(input.status)];
  const add = (text: string, ...values: unknown[]) => where.push({ text, values });
  if (input.severity !== undefined) add("a.severity = ANY(?)", input.severity);
  if (input.payer !== undefined) add("a.payer = ?", input.payer);
  if (input.signal !== undefined) add("a.signal = ?", input.signal);
  if (input.assignee === "none") add("a.assignee_user_id IS NULL");
  else if (input.assignee !== undefined) add("a.assignee_user_id = ?", input.assignee);
  if (input.search !== undefined) {
    const pattern = `%${input.search.replace(/[\\%_]/g, "\\$&")}%`;
    add(`a.payer ILIKE ? OR a.cpt_group ILIKE ? OR ${shownSentence.sql} ILIKE ?`, pattern, pattern, pattern);
  }
  return where;
}

/** The database's clock, not a value: a condition that changes would void the cursor of the page before. */
function stateCondition(status: ListAlertsInput["status"]): Condition {
  if (status === undefined) return { text: "a.state <> 'suppressed'", values: [] };
  const isOver = "a.state = 'snoozed' AND a.snoozed_until <= now()";
  const parts: Record<AlertState, string> = {
    open: `a.state = 'open' OR (${isOver} AND a.acknowledged_at IS NULL)`,
    acknowledged: `a.state = 'acknowledged' OR (${isOver} AND a.acknowledged_at IS NOT NULL)`,
    snoozed: "a.state = 'snoozed' AND a.snoozed_until > now()",
    resolved: "a.state = 'resolved'",
    suppressed: "a.state = 'suppressed'",
  };
  return { text: status.map((state) => `(${parts[state]})`).join(" OR "), values: [] };
}
