import type { ClaimRow } from "../csv/claim-row.ts";
import type { ActiveRule } from "./active-rules.ts";
import type { Finding, RuleEnv, Severity } from "./rule.ts";

export type IssueSink = (rowNo: number, active: ActiveRule, finding: Finding, severity: Severity) => void;

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
