import { querySql, sql } from "@upstream/db";
import type { AnyTx, CustomerCtx } from "@upstream/db";
import { keyHistorySql, toKeyHistory } from "../lifecycle/key-history.ts";
import type { KeyHistoryJson } from "../lifecycle/key-history.ts";
import { dedupeKey } from "./dedupe-key.ts";
import type { Finding } from "./finding.ts";
import { matchesScope } from "./matches-scope.ts";
import type { PriorAlert, RuleRow } from "./plan-alerts.ts";
import type { KeyHistory } from "./suppression.ts";

export type PriorRow = Omit<PriorAlert, "suppressedUntil"> & { suppressedUntil: string | null; state: string };
export type Standing = { priors: PriorAlert[]; histories: Map<string, KeyHistory> };

/** Everything known about the events and the dedupe keys of these findings, in one statement. */
export async function loadStanding(
  tx: AnyTx,
  ctx: CustomerCtx,
  of: { findings: readonly Finding[]; rules: readonly RuleRow[] },
): Promise<Standing> {
  const eventIds = of.findings.map((finding) => finding.driftEventId as string);
  const keys = of.findings.flatMap((finding) =>
    of.rules.filter((rule) => matchesScope(rule, finding)).map((rule) => dedupeKey({ ...finding, alertRuleId: rule.id })),
  );
  const [row] = await querySql<{ priors: PriorRow[]; histories: KeyHistoryJson[] }>(
    tx,
    sql`SELECT COALESCE((SELECT json_agg(json_build_object('id', a.id, 'alertRuleId', a.alert_rule_id, 'driftEventId', a.drift_event_id,
          'occurrence', a.occurrence, 'severity', a.severity, 'impactCents', a.impact_cents, 'state', a.state,
          'isLive', a.state IN ('open', 'acknowledged', 'snoozed'), 'isSuppressed', a.state = 'suppressed',
          'suppressedReason', s.reason, 'suppressedUntil', s.until_at, 'assigneeUserId', a.assignee_user_id) ORDER BY a.occurrence)
        FROM alerts a LEFT JOIN suppressions s ON s.customer_id = a.customer_id AND s.alert_id = a.id AND s.undone_at IS NULL
        WHERE a.customer_id = ${ctx.customerId}::uuid AND a.drift_event_id = ANY(${eventIds}::uuid[])), '[]'::json) AS priors,
      ${keyHistorySql(ctx.customerId, sql`${[...new Set(keys)]}::text[]`)} AS histories`,
  );
  const priors = (row?.priors ?? []).map(({ state: _state, ...prior }) => ({
    ...prior,
    suppressedUntil: prior.suppressedUntil === null ? null : new Date(prior.suppressedUntil),
  }));
  return { priors, histories: new Map((row?.histories ?? []).map((json) => [json.key, toKeyHistory(json)])) };
}
