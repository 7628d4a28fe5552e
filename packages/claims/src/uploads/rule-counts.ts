import { structuralFaults } from "../csv/structural-faults.ts";
import { ruleById } from "../rules/index.ts";
import type { Severity } from "../rules/rule.ts";
import type { RuleCountDto } from "../schemas.ts";
import type { Utterance } from "./tallies.ts";

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

function spokenText(code: string, said: Utterance | undefined): IssueText {
  return said === undefined ? issueText(code, "default") : { ...issueText(code, said.detail), severity: said.severity };
}

/** Findings per rule, most frequent first, with the text and severity of the gravest thing it said where that is known, else the rule's own. */
export function ruleCounts(findings: Record<string, number>, gravest: Record<string, Utterance> = {}): RuleCountDto[] {
  return Object.entries(findings)
    .map(([code, count]) => ({ code, count, ...spokenText(code, gravest[code]) }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
