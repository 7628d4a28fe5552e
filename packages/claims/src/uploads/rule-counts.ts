import { structuralFaults } from "../csv/structural-faults.ts";
import { ruleById } from "../rules/index.ts";
import type { Severity } from "../rules/rule.ts";
import type { RuleCountDto } from "../schemas.ts";

export type IssueText = { severity: Severity; message: string; remedy: string };

function faultOf(code: string): { message: string; remedy: string } | undefined {
  return code in structuralFaults ? structuralFaults[code as keyof typeof structuralFaults] : undefined;
}

/** Message and remedy of a finding, from the catalogue; never from the row. */
export function issueText(code: string, detail: string): IssueText {
  const rule = ruleById(code);
  if (rule) return { severity: rule.severity, message: rule.messages?.[detail] ?? rule.message, remedy: rule.remedy };
  const fault = faultOf(code);
  return { severity: "error", message: fault?.message ?? code, remedy: fault?.remedy ?? "" };
}

/** Findings per rule with their texts, most frequent first. */
export function ruleCounts(findings: Record<string, number>): RuleCountDto[] {
  return Object.entries(findings)
    .map(([code, count]) => ({ code, count, ...issueText(code, "default") }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
