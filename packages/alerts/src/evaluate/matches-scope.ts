import { severities } from "../alert-rules/rule-schemas.ts";
import type { Severity } from "../alert-rules/rule-schemas.ts";
import type { Finding } from "./finding.ts";

export type RuleCondition = {
  signals: readonly string[];
  payers: readonly string[];
  cptGroups: readonly string[];
  facilities: readonly string[];
  direction: "worse" | "better" | "any";
  minSeverity: Severity;
  minEffect: number | null;
  minImpactCents: number | null;
  maxQ: number | null;
};

/** Place of a severity on the one scale, 0 to 3. */
export function severityRank(severity: Severity): number {
  return severities.indexOf(severity);
}

/** Whether a rule picks a finding: every part of its scope and every condition must hold; an empty list means all. */
export function matchesScope(rule: RuleCondition, finding: Finding): boolean {
  return isInScope(rule, finding) && meetsCondition(rule, finding);
}

function isInScope(rule: RuleCondition, finding: Finding): boolean {
  const allows = (list: readonly string[], value: string | null) => list.length === 0 || (value !== null && list.includes(value));
  return (
    allows(rule.signals, finding.signal) &&
    allows(rule.payers, finding.payer) &&
    allows(rule.cptGroups, finding.cptGroup) &&
    (rule.facilities.length === 0 || finding.facilities.some((facility) => rule.facilities.includes(facility)))
  );
}

function meetsCondition(rule: RuleCondition, finding: Finding): boolean {
  if (rule.direction !== "any" && (rule.direction === "worse") !== finding.isHarm) return false;
  if (severityRank(finding.severity) < severityRank(rule.minSeverity)) return false;
  return (
    isAtLeast(finding.effect === null ? null : Math.abs(finding.effect), rule.minEffect) &&
    isAtLeast(cautiousImpact(finding), rule.minImpactCents) &&
    (rule.maxQ === null || (finding.q !== null && finding.q <= rule.maxQ))
  );
}

function isAtLeast(value: number | null, minimum: number | null): boolean {
  return minimum === null || (value !== null && value >= minimum);
}

/** The end of the dollar interval nearest zero, 0 when the interval holds zero or nothing is known. */
function cautiousImpact(finding: Finding): number {
  const low = finding.impactLowCents ?? finding.impactCents ?? 0;
  const high = finding.impactHighCents ?? finding.impactCents ?? 0;
  if (low <= 0 && high >= 0) return 0;
  return Math.min(Math.abs(low), Math.abs(high));
}
