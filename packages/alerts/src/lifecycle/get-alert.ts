import { DomainError, requirePermission } from "@upstream/core";
import type { AlertRuleId, DeliveryId, DriftRunId, AlertId, SuppressionId } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { currentChangeSql, eventPlaceSql, toCurrentChangeDto } from "@upstream/drift";
import type { CurrentChangeRow, EventPlace } from "@upstream/drift";
import { alertColumns, alertTables, toAlertDto } from "./alert-row.ts";
import type { AlertRow } from "./alert-row.ts";
import type { AlertDetail, AlertRef } from "./alert-schemas.ts";
import type { AlertEvidence, SampleClaim } from "./evidence-schemas.ts";
import { isoTime, judgmentJson, toJudgmentDto } from "./judgment-row.ts";
import type { JudgmentJson } from "./judgment-row.ts";
import { sampleClaimsOf } from "./sample-claims-of.ts";
import { suppressionText } from "./suppression-text.ts";

const text = `SELECT ${alertColumns.sql}, a.version, a.direction, a.confidence, json_build_object('sentence', a.sentence, 'impactCents', a.impact_cents,
      'impactLowCents', a.impact_low_cents, 'impactHighCents', a.impact_high_cents) AS raised, a.started_on AS "startedOn", a.is_historic AS "isHistoric",
    a.alert_rule_id AS "ruleId", r.name AS "ruleName", a.drift_run_id AS "driftRunId",
    a.resolved_at AS "resolvedAt", a.resolution, a.evidence, c.time_zone AS "timeZone",
    ${eventPlaceSql("a.customer_id", "a.drift_event_id")} AS place,
    ${currentChangeSql("a.customer_id", "a.drift_event_id")} AS change,
    COALESCE((SELECT json_agg(json_build_object('action', t.action, 'fromState', t.from_state, 'toState', t.to_state, 'actor', t.actor,
        'detail', t.detail, 'at', t.at) ORDER BY t.at, t.id)
      FROM alert_transitions t WHERE t.customer_id = a.customer_id AND t.alert_id = a.id), '[]'::json) AS transitions,
    COALESCE((SELECT json_agg(${judgmentJson.sql} ORDER BY j.judged_at DESC)
      FROM judgments j WHERE j.customer_id = a.customer_id AND j.alert_id = a.id), '[]'::json) AS judgments,
    COALESCE((SELECT json_agg(json_build_object('id', d.id, 'channelName', h.name, 'recipient', d.recipient, 'state', d.state,
        'at', COALESCE(d.finished_at, d.created_at)) ORDER BY d.created_at, d.id)
      FROM deliveries d JOIN channels h ON h.customer_id = d.customer_id AND h.id = d.channel_id
      WHERE d.customer_id = a.customer_id AND (d.alert_id = a.id OR (a.is_historic AND d.drift_run_id = a.drift_run_id))), '[]'::json) AS deliveries,
    COALESCE((SELECT json_agg(json_build_object('id', e.id, 'state', e.state, 'severity', e.severity, 'raisedAt', e.raised_at,
        'verdict', v.verdict, 'recoveredCents', v.recovered_cents) ORDER BY e.raised_at DESC)
      FROM (SELECT * FROM alerts o WHERE o.customer_id = a.customer_id AND o.signal = a.signal AND o.payer = a.payer
          AND o.cpt_group IS NOT DISTINCT FROM a.cpt_group AND o.raised_at < a.raised_at ORDER BY o.raised_at DESC LIMIT 10) e
      LEFT JOIN LATERAL (SELECT j.verdict, j.recovered_cents FROM judgments j WHERE j.customer_id = e.customer_id AND j.alert_id = e.id
        ORDER BY j.judged_at DESC LIMIT 1) v ON true), '[]'::json) AS earlier,
    (SELECT json_build_object('id', s.id, 'reason', s.reason, 'until', s.until_at) FROM suppressions s
      WHERE s.customer_id = a.customer_id AND s.alert_id = a.id AND s.undone_at IS NULL AND a.state = 'suppressed') AS suppression
  FROM ${alertTables.sql}
  JOIN alert_rules r ON r.customer_id = a.customer_id AND r.id = a.alert_rule_id
  JOIN customers c ON c.id = a.customer_id
  WHERE a.customer_id = $1 AND a.id = $2`;

type DetailRow = AlertRow &
  Pick<
    AlertDetail,
    "version" | "direction" | "raised" | "confidence" | "startedOn" | "isHistoric" | "resolution" | "transitions" | "deliveries" | "earlier"
  > & {
    evidence: AlertEvidence;
    place: EventPlace | null;
    change: CurrentChangeRow | null;
    ruleId: string;
    ruleName: string;
    driftRunId: string;
    resolvedAt: Date | null;
    timeZone: string;
    judgments: JudgmentJson[];
    suppression: { id: string; reason: "cooldown" | "noise"; until: string } | null;
  };

/** One alert with evidence, log, judgments, deliveries and the earlier alerts of its segment. */
export async function getAlert(ctx: CustomerCtx, input: AlertRef): Promise<AlertDetail> {
  requirePermission(ctx.actor, "alerts:read");
  return readInCustomer(ctx, async (query) => {
    const row = await query.row<DetailRow>("get-alert", text, [ctx.customerId, input.alertId]);
    if (!row) throw new DomainError("NOT_FOUND");
    return toAlertDetail(row, await sampleClaimsOf(ctx, row.place), ctx.clock.now());
  });
}

function toAlertDetail(row: DetailRow, sampleClaims: SampleClaim[], now: Date): AlertDetail {
  return {
    ...toAlertDto(row, now),
    version: row.version,
    direction: row.direction,
    raised: row.raised,
    confidence: row.confidence,
    startedOn: row.startedOn,
    isHistoric: row.isHistoric,
    rule: { id: row.ruleId as AlertRuleId, name: row.ruleName },
    driftRunId: row.driftRunId as DriftRunId,
    change: row.change === null ? null : toCurrentChangeDto(row.change),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolution: row.resolution,
    evidence: { ...row.evidence, sampleClaims },
    transitions: row.transitions.map((step) => ({ ...step, at: isoTime(step.at) })),
    judgments: row.judgments.map(toJudgmentDto),
    deliveries: row.deliveries.map((delivery) => ({ ...delivery, id: delivery.id as DeliveryId, at: isoTime(delivery.at) })),
    earlier: row.earlier.map((alert) => ({ ...alert, id: alert.id as AlertId, raisedAt: isoTime(alert.raisedAt) })),
    suppression:
      row.suppression === null
        ? null
        : {
            id: row.suppression.id as SuppressionId,
            reason: row.suppression.reason,
            until: isoTime(row.suppression.until),
            text: suppressionText(row.suppression.reason, new Date(row.suppression.until), row.timeZone),
          },
  };
}
