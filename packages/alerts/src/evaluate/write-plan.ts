import { actorText, newId } from "@upstream/core";
import type { AlertId, SuppressionId } from "@upstream/core";
import { executeSql, sql } from "@upstream/db";
import type { AnyTx, CustomerCtx } from "@upstream/db";
import type { AlertPlan, PlannedAlert, PriorAlert } from "./plan-alerts.ts";

export type RaisedAlert = PlannedAlert & { alertId: AlertId; isAnnounced: boolean };
export type EndedAlert = { id: string; resolution: "recovered" | "withdrawn" | "superseded"; isAnnounced: boolean };
export type Written = { raised: RaisedAlert[]; released: AlertPlan["release"]; ended: EndedAlert[] };

/** Writes alerts, suppressions, ends, releases and the log of all of them in one statement. */
export async function writePlan(
  tx: AnyTx,
  ctx: CustomerCtx,
  input: { plan: AlertPlan; priors: readonly PriorAlert[]; driftRunId: string },
): Promise<Written> {
  const { plan, priors, driftRunId } = input;
  const raised = plan.raise.map((planned) => ({ ...planned, alertId: newId<AlertId>(), isAnnounced: planned.decision.kind === "send" }));
  const ended = endsOf(plan, priors);
  if (raised.length + ended.length + plan.release.length === 0) return { raised, released: plan.release, ended };
  const now = ctx.clock.now();
  const rows = JSON.stringify(raised.map((alert) => alertColumns(alert, driftRunId)));
  const quiet = JSON.stringify(raised.flatMap(suppressionColumns));
  const steps = JSON.stringify([
    ...ended.map((end) => ({
      id: end.id,
      state: "resolved",
      resolution: end.resolution,
      action: end.resolution === "superseded" ? "supersede" : "recover",
    })),
    ...plan.release.map((release) => ({ id: release.prior.id, state: "open", resolution: null, action: "release" })),
  ]);
  const actor = actorText(ctx.actor);
  await executeSql(
    tx,
    sql`WITH fresh AS (
        INSERT INTO alerts (customer_id, id, alert_rule_id, drift_event_id, drift_run_id, occurrence, cause, dedupe_key, signal, payer, cpt_group, direction,
          is_harm, is_historic, severity, confidence, sentence, evidence, impact_kind, impact_cents, impact_low_cents, impact_high_cents, started_on,
          state, assignee_user_id, raised_at, announced_at, updated_at)
        SELECT ${ctx.customerId}::uuid, f.id, f.alert_rule_id, f.drift_event_id, f.drift_run_id, f.occurrence, f.cause, f.dedupe_key, f.signal, f.payer, f.cpt_group,
          f.direction, f.is_harm, f.is_historic, f.severity, f.confidence, f.sentence, f.evidence, f.impact_kind, f.impact_cents, f.impact_low_cents,
          f.impact_high_cents, f.started_on, f.state, f.assignee_user_id, ${now}::timestamptz,
          CASE WHEN f.state = 'open' THEN ${now}::timestamptz END, ${now}::timestamptz
        FROM jsonb_to_recordset(${rows}::jsonb) AS f(id uuid, alert_rule_id uuid, drift_event_id uuid, drift_run_id uuid, occurrence int, cause text,
          dedupe_key text, signal text, payer text, cpt_group text, direction text, is_harm boolean, is_historic boolean, severity text,
          confidence float8, sentence text, evidence jsonb, impact_kind text, impact_cents bigint, impact_low_cents bigint, impact_high_cents bigint,
          started_on date, state text, assignee_user_id uuid)
        RETURNING id, state
      ), quiet AS (
        INSERT INTO suppressions (customer_id, id, alert_id, dedupe_key, reason, until_at, judgment_ids, created_at)
        SELECT ${ctx.customerId}::uuid, q.id, q.alert_id, q.dedupe_key, q.reason, q.until_at, q.judgment_ids, ${now}::timestamptz
        FROM jsonb_to_recordset(${quiet}::jsonb) AS q(id uuid, alert_id uuid, dedupe_key text, reason text, until_at timestamptz, judgment_ids uuid[])
      ), step AS (
        SELECT s.*, a.state AS from_state FROM jsonb_to_recordset(${steps}::jsonb) AS s(id uuid, state text, resolution text, action text)
        JOIN alerts a ON a.customer_id = ${ctx.customerId}::uuid AND a.id = s.id
      ), logged AS (
        INSERT INTO alert_transitions (customer_id, id, alert_id, action, from_state, to_state, actor, detail, at)
        SELECT ${ctx.customerId}::uuid, gen_random_uuid(), s.id, s.action, s.from_state, s.state, ${actor}::text, s.resolution, ${now}::timestamptz FROM step s
        UNION ALL
        SELECT ${ctx.customerId}::uuid, gen_random_uuid(), f.id, CASE WHEN f.state = 'open' THEN 'raise' ELSE 'suppress' END, NULL, f.state, ${actor}::text, NULL,
          ${now}::timestamptz FROM fresh f
      )
      UPDATE alerts a SET state = s.state, resolution = s.resolution, snoozed_until = NULL, version = a.version + 1, updated_at = ${now}::timestamptz,
        resolved_at = CASE WHEN s.state = 'resolved' THEN ${now}::timestamptz END,
        announced_at = CASE WHEN s.action = 'release' THEN ${now}::timestamptz ELSE a.announced_at END
      FROM step s WHERE a.customer_id = ${ctx.customerId}::uuid AND a.id = s.id`,
  );
  return { raised, released: plan.release, ended };
}

function endsOf(plan: AlertPlan, priors: readonly PriorAlert[]): EndedAlert[] {
  const standing = priors.filter((prior) => prior.isLive || prior.isSuppressed);
  const gone = plan.end.flatMap((end) =>
    standing
      .filter((prior) => prior.driftEventId === end.driftEventId)
      .map((prior) => ({ id: prior.id, resolution: end.resolution as EndedAlert["resolution"], isAnnounced: !prior.isSuppressed })),
  );
  const replaced = plan.raise.flatMap((alert) => {
    const old = alert.supersedes;
    const isStronger = alert.decision.kind === "send" || (old !== null && old.isSuppressed);
    return old !== null && isStronger ? [{ id: old.id, resolution: "superseded" as const, isAnnounced: !old.isSuppressed }] : [];
  });
  return [...gone, ...replaced];
}

function alertColumns(alert: RaisedAlert, driftRunId: string) {
  const { finding } = alert;
  return {
    id: alert.alertId,
    alert_rule_id: alert.rule.id,
    drift_event_id: finding.driftEventId,
    drift_run_id: driftRunId,
    occurrence: alert.occurrence,
    cause: alert.cause,
    dedupe_key: alert.dedupeKey,
    signal: finding.signal,
    payer: finding.payer,
    cpt_group: finding.cptGroup,
    direction: finding.direction,
    is_harm: finding.isHarm,
    is_historic: finding.isHistoric,
    severity: alert.severity,
    confidence: finding.confidence,
    sentence: finding.sentence,
    evidence: finding.evidence,
    impact_kind: finding.impactCents === null ? "unknown" : finding.impactKind,
    impact_cents: finding.impactKind === "unknown" ? null : finding.impactCents,
    impact_low_cents: finding.impactLowCents,
    impact_high_cents: finding.impactHighCents,
    started_on: finding.startedOn,
    state: alert.isAnnounced ? "open" : "suppressed",
    assignee_user_id: alert.supersedes?.assigneeUserId ?? null,
  };
}

function suppressionColumns(alert: RaisedAlert) {
  const { decision } = alert;
  if (decision.kind === "send") return [];
  return [
    {
      id: newId<SuppressionId>(),
      alert_id: alert.alertId,
      dedupe_key: alert.dedupeKey,
      reason: decision.reason,
      until_at: decision.until,
      judgment_ids: decision.judgmentIds,
    },
  ];
}
