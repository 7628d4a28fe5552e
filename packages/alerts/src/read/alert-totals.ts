import { requirePermission } from "@upstream/core";
import type { CustomerCtx, ReadQuery } from "@upstream/db";
import type { AlertTotalsDto } from "./ledger-schemas.ts";

type Row = Omit<AlertTotalsDto, "bySeverity"> & AlertTotalsDto["bySeverity"];

const text = `WITH live AS (
    SELECT a.severity, a.assignee_user_id, a.follow_up_on, a.state = 'suppressed' AS is_quiet, a.state = 'snoozed' AND a.snoozed_until > $2 AS is_snoozed,
      ($2::timestamptz AT TIME ZONE c.time_zone)::date AS today
    FROM alerts a JOIN customers c ON c.id = a.customer_id WHERE a.customer_id = $1 AND a.state <> 'resolved')
  SELECT count(*) FILTER (WHERE NOT is_quiet AND NOT is_snoozed)::int AS open,
    count(*) FILTER (WHERE NOT is_quiet AND NOT is_snoozed AND assignee_user_id IS NULL)::int AS "withoutOwner",
    count(*) FILTER (WHERE is_snoozed)::int AS snoozed, count(*) FILTER (WHERE is_quiet)::int AS suppressed,
    count(*) FILTER (WHERE NOT is_quiet AND follow_up_on <= today)::int AS "dueFollowUps",
    count(*) FILTER (WHERE NOT is_quiet AND NOT is_snoozed AND severity = 'low')::int AS low,
    count(*) FILTER (WHERE NOT is_quiet AND NOT is_snoozed AND severity = 'medium')::int AS medium,
    count(*) FILTER (WHERE NOT is_quiet AND NOT is_snoozed AND severity = 'high')::int AS high,
    count(*) FILTER (WHERE NOT is_quiet AND NOT is_snoozed AND severity = 'critical')::int AS critical
  FROM live`;

/** How many alerts wait, by severity and without owner; one statement for others' pages. */
export async function readAlertTotals(query: ReadQuery, ctx: CustomerCtx): Promise<AlertTotalsDto> {
  requirePermission(ctx.actor, "alerts:read");
  const row = await query.row<Row>("alert-totals", text, [ctx.customerId, ctx.clock.now()]);
  const {
    low = 0,
    medium = 0,
    high = 0,
    critical = 0,
    ...counts
  } = row ?? { open: 0, withoutOwner: 0, snoozed: 0, suppressed: 0, dueFollowUps: 0 };
  return { ...counts, bySeverity: { low, medium, high, critical } };
}
