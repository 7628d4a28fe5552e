import type { ClaimRow } from "../csv/claim-row.ts";
import { rules } from "./index.ts";
import type { Finding, Rule, RuleEnv, Severity } from "./rule.ts";

/** A customer's word on one rule: off, or another severity. */
export type RuleSetting = { ruleId: string; enabled: boolean; severity: Severity | null };

/** A rule in force, with the severity that the customer gave it. */
export type ActiveRule = { rule: Rule; severity: Severity; overridden: boolean };

export type IssueSink = (rowNo: number, active: ActiveRule, finding: Finding, severity: Severity) => void;

/** The rules in force for a customer; structural ones are neither switched off nor softened. */
export function activeRules(settings: readonly RuleSetting[]): ActiveRule[] {
  const byId = new Map(settings.map((setting) => [setting.ruleId, setting]));
  return rules.flatMap((rule) => {
    const setting = rule.structural ? undefined : byId.get(rule.id);
    if (setting && !setting.enabled) return [];
    return [{ rule, severity: setting?.severity ?? rule.severity, overridden: setting?.severity != null }];
  });
}

/** Severity in force: a customer's own beats the rule's, a milder one of the finding stands. */
function severityOf(active: ActiveRule, finding: Finding): Severity {
  if (finding.severity === undefined) return active.severity;
  return active.overridden && active.severity === "info" ? "info" : finding.severity;
}

/** Runs every rule in force on a row, tells the sink each finding, and says whether the row stands (no error). */
export function runRules(active: readonly ActiveRule[], row: ClaimRow, env: RuleEnv, sink: IssueSink): boolean {
  let stands = true;
  for (const entry of active) {
    const verdict = entry.rule.check(row, env);
    if (verdict === null) continue;
    if ("column" in verdict) {
      if (report(entry, verdict, row, sink) === "error") stands = false;
      continue;
    }
    for (const finding of verdict) if (report(entry, finding, row, sink) === "error") stands = false;
  }
  return stands;
}

function report(entry: ActiveRule, finding: Finding, row: ClaimRow, sink: IssueSink): Severity {
  const severity = severityOf(entry, finding);
  sink(row.rowNo, entry, finding, severity);
  return severity;
}
