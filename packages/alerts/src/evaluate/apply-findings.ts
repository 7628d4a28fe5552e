import { once, recordEvents } from "@upstream/db";
import type { AnyTx, CustomerCtx } from "@upstream/db";
import { messageOfAlert } from "../channels/message-of-alert.ts";
import { insertDeliveries } from "../deliveries/new-delivery.ts";
import { planAlertDeliveries, planHistoryDeliveries } from "../deliveries/alert-deliveries.ts";
import type { OutgoingAlert } from "../deliveries/alert-deliveries.ts";
import { alertRaised, alertResolved, deliveryDue } from "../events.ts";
import { emitAudits } from "../lifecycle/emit-audits.ts";
import type { AuditLine } from "../lifecycle/emit-audits.ts";
import type { Finding } from "./finding.ts";
import { loadEvaluation } from "./load-evaluation.ts";
import type { Evaluation } from "./load-evaluation.ts";
import { loadStanding } from "./load-standing.ts";
import { severityRank } from "./matches-scope.ts";
import { planAlerts } from "./plan-alerts.ts";
import { writePlan } from "./write-plan.ts";
import type { Written } from "./write-plan.ts";

/** What an evaluation did; all zero when the run had been evaluated before. */
export type EvaluationResult = { raised: number; suppressed: number; released: number; resolved: number; deliveries: number };

const nothing: EvaluationResult = { raised: 0, suppressed: 0, released: 0, resolved: 0, deliveries: 0 };

/** Turns the findings of one run into alerts and deliveries inside the open transaction, once per run; eight statements whatever their number. */
export async function applyFindings(
  tx: AnyTx,
  ctx: CustomerCtx,
  run: { driftRunId: string; load(): Promise<Finding[]> },
): Promise<EvaluationResult> {
  let result = nothing;
  await once(tx, "evaluate-alerts", run.driftRunId, async () => {
    const evaluation = await loadEvaluation(tx, ctx);
    const findings = await run.load();
    if (findings.length === 0) return;
    const { priors, histories } = await loadStanding(tx, ctx, { findings, rules: evaluation.rules });
    const plan = planAlerts({ findings, rules: evaluation.rules, priors, histories, now: ctx.clock.now() });
    const written = await writePlan(tx, ctx, { plan, priors, driftRunId: run.driftRunId });
    const { count, targets } = await deliver(tx, ctx, { written, evaluation, driftRunId: run.driftRunId });
    await emitAudits(tx, auditLines(written));
    await recordEvents(tx, ctx, [
      ...announcedIds(written).map((alertId) => alertRaised({ alertId })),
      ...written.ended.filter((end) => end.isAnnounced).map((end) => alertResolved({ alertId: end.id })),
      ...targets.map((targetKey) => deliveryDue({ targetKey })),
    ]);
    const suppressed = written.raised.filter((alert) => !alert.isAnnounced).length;
    result = {
      raised: written.raised.length - suppressed,
      suppressed,
      released: written.released.length,
      resolved: written.ended.length,
      deliveries: count,
    };
  });
  return result;
}

function deliver(tx: AnyTx, ctx: CustomerCtx, input: { written: Written; evaluation: Evaluation; driftRunId: string }) {
  const { written, evaluation, driftRunId } = input;
  const { slug, channels } = evaluation;
  const announced = written.raised.filter((alert) => alert.isAnnounced);
  const outgoing = (alert: (typeof announced)[number]): OutgoingAlert => ({
    message: messageOfAlert({ ...alert.finding, alertId: alert.alertId, severity: alert.severity }, slug),
    impactCents: alert.finding.impactCents,
    usesAllChannels: alert.rule.usesAllChannels,
    channelIds: alert.rule.channelIds,
  });
  const released = written.released.map(({ prior, finding, rule }) => ({
    message: messageOfAlert({ ...finding, alertId: prior.id }, slug),
    impactCents: finding.impactCents,
    usesAllChannels: rule.usesAllChannels,
    channelIds: rule.channelIds,
  }));
  const single = announced.filter((alert) => !alert.finding.isHistoric).map(outgoing);
  const historic = announced.filter((alert) => alert.finding.isHistoric).map(outgoing);
  return insertDeliveries(tx, ctx, [
    ...planAlertDeliveries([...single, ...released], channels),
    ...planHistoryDeliveries(driftRunId, historic, channels, `/${slug}/alerts`),
  ]);
}

/** One event for each alert that people are told of, but a single one, about the gravest, for all that was under way when the data began. */
function announcedIds(written: Written): string[] {
  const announced = written.raised.filter((alert) => alert.isAnnounced);
  const historic = announced
    .filter((alert) => alert.finding.isHistoric)
    .toSorted((a, b) => severityRank(b.severity) - severityRank(a.severity));
  const told = [...announced.filter((alert) => !alert.finding.isHistoric), ...historic.slice(0, 1)];
  return [...told.map((alert) => alert.alertId), ...written.released.map((release) => release.prior.id)];
}

function auditLines(written: Written): AuditLine[] {
  const line = (action: string, entityId: string, payload: Record<string, unknown>): AuditLine => ({
    action,
    entity: "alert",
    entityId,
    payload,
  });
  return [
    ...written.raised.map((alert) =>
      line(alert.isAnnounced ? "alert.raise" : "alert.suppress", alert.alertId, {
        ruleId: alert.rule.id,
        driftEventId: alert.finding.driftEventId,
        cause: alert.cause,
        ...(alert.decision.kind === "suppress" ? { reason: alert.decision.reason } : {}),
      }),
    ),
    ...written.released.map((release) => line("alert.release", release.prior.id, {})),
    ...written.ended.map((end) => line("alert.resolve", end.id, { resolution: end.resolution })),
  ];
}
