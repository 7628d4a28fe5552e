import type { Severity } from "../alert-rules/rule-schemas.ts";
import { dedupeKey } from "./dedupe-key.ts";
import type { Finding } from "./finding.ts";
import { matchesScope } from "./matches-scope.ts";
import type { RuleCondition } from "./matches-scope.ts";
import { decideSuppression, isEscalation } from "./suppression.ts";
import type { KeyHistory, SuppressionDecision, Weight } from "./suppression.ts";

export type RuleRow = RuleCondition & {
  id: string;
  severityLabel: Severity | null;
  usesAllChannels: boolean;
  channelIds: readonly string[];
};

/** The latest alert of one drift event under one rule. */
export type PriorAlert = Weight & {
  id: string;
  alertRuleId: string;
  driftEventId: string;
  occurrence: number;
  isLive: boolean;
  isSuppressed: boolean;
  suppressedReason: "cooldown" | "noise" | null;
  suppressedUntil: Date | null;
  assigneeUserId: string | null;
};

export type Cause = "opened" | "reopened" | "worsened" | "matched";
export type PlannedAlert = {
  finding: Finding;
  rule: RuleRow;
  severity: Severity;
  cause: Cause;
  occurrence: number;
  dedupeKey: string;
  decision: SuppressionDecision;
  /** The live alert of the same event and rule that this one takes the place of. */
  supersedes: PriorAlert | null;
};

export type AlertPlan = {
  raise: PlannedAlert[];
  /** Suppressed alerts whose cooldown is over while their change goes on. */
  release: { prior: PriorAlert; finding: Finding; rule: RuleRow }[];
  /** Events that ended: their alerts are resolved. */
  end: { driftEventId: string; resolution: "recovered" | "withdrawn" }[];
};

export type PlanInput = {
  findings: readonly Finding[];
  rules: readonly RuleRow[];
  priors: readonly PriorAlert[];
  histories: ReadonlyMap<string, KeyHistory>;
  now: Date;
};

const noHistory: KeyHistory = { lastAnnounced: null, verdicts: [], undoneAt: null };

/** Decides what a drift run means for people: which alerts are raised or kept quiet, which kept-quiet ones come out, which end. Pure. */
export function planAlerts(input: PlanInput): AlertPlan {
  const plan: AlertPlan = { raise: [], release: [], end: [] };
  const latest = new Map(input.priors.map((prior) => [`${prior.driftEventId} ${prior.alertRuleId}`, prior]));
  for (const finding of input.findings) {
    if (finding.kind === "recovered" || finding.kind === "withdrawn") {
      plan.end.push({ driftEventId: finding.driftEventId, resolution: finding.kind });
      continue;
    }
    for (const rule of input.rules) {
      if (!matchesScope(rule, finding)) continue;
      const prior = latest.get(`${finding.driftEventId} ${rule.id}`) ?? null;
      addForRule(plan, { finding, rule, prior }, input);
    }
  }
  return plan;
}

function addForRule(plan: AlertPlan, match: { finding: Finding; rule: RuleRow; prior: PriorAlert | null }, input: PlanInput): void {
  const { finding, rule, prior } = match;
  const severity = rule.severityLabel ?? finding.severity;
  const weight: Weight = { severity, impactCents: finding.impactCents };
  const cause = causeOf(finding, prior, weight);
  if (cause === null) {
    if (prior !== null && isCooledDown(prior, input.now)) plan.release.push({ prior, finding, rule });
    return;
  }
  const key = dedupeKey({
    alertRuleId: rule.id,
    signal: finding.signal,
    payer: finding.payer,
    cptGroup: finding.cptGroup,
    direction: finding.direction,
  });
  plan.raise.push({
    finding,
    rule,
    severity,
    cause,
    occurrence: (prior?.occurrence ?? 0) + 1,
    dedupeKey: key,
    decision: decideSuppression(weight, input.histories.get(key) ?? noHistory, input.now),
    supersedes: prior !== null && (prior.isLive || prior.isSuppressed) ? prior : null,
  });
}

/** Why a finding is worth an alert now, or null when its alert is there already: one alert per event and rule until it escalates or comes back. */
function causeOf(finding: Finding, prior: PriorAlert | null, weight: Weight): Cause | null {
  if (prior === null) return finding.kind === "continuing" ? "matched" : finding.kind === "worsened" ? "worsened" : "opened";
  if (finding.kind === "opened" && !prior.isLive && !prior.isSuppressed) return "reopened";
  return isEscalation(prior, weight) ? "worsened" : null;
}

function isCooledDown(prior: PriorAlert, now: Date): boolean {
  return prior.isSuppressed && prior.suppressedReason === "cooldown" && prior.suppressedUntil !== null && prior.suppressedUntil <= now;
}
