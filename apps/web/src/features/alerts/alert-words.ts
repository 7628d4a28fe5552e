import type { AlertChange, ResolveReason, Verdict } from "./view-model.ts";

export const resolveReasons: readonly { value: ResolveReason; name: string }[] = [
  { value: "fixed", name: "Fixed on our side" },
  { value: "appealed", name: "Appealed" },
  { value: "accepted", name: "Accepted as the new normal" },
  { value: "already-handled", name: "Already handled" },
  { value: "noise", name: "Noise" },
  { value: "other", name: "Other" },
];

const resolutionNames: Record<string, string> = { recovered: "Recovered", withdrawn: "Withdrawn", superseded: "Replaced by a newer alert" };

/** How an alert ended: by itself, or "Resolved: noise." by somebody. */
export function endText(resolution: string): string {
  const name = resolutionName(resolution);
  return resolution in resolutionNames ? `${name}.` : `Resolved: ${name.toLowerCase()}.`;
}

/** Why an alert was resolved, in words. */
export function resolutionName(resolution: string): string {
  return resolutionNames[resolution] ?? resolveReasons.find((reason) => reason.value === resolution)?.name ?? resolution;
}

export const verdicts: readonly { value: Verdict; name: string }[] = [
  { value: "real", name: "Real" },
  { value: "noise", name: "Noise" },
  { value: "needs-follow-up", name: "Needs follow-up" },
];

/** Name of a verdict. */
export function verdictName(verdict: string): string {
  return verdicts.find((known) => known.value === verdict)?.name ?? verdict;
}

export const judgmentReasons = [
  { value: "known-seasonal", name: "Known seasonal change" },
  { value: "data-error", name: "Data error" },
  { value: "contract-change", name: "Contract change" },
  { value: "policy-change", name: "Policy change" },
  { value: "already-handled", name: "Already handled" },
  { value: "other", name: "Other" },
] as const;

const done: Record<AlertChange["action"], string> = {
  acknowledge: "acknowledged",
  assign: "assigned",
  snooze: "snoozed",
  resolve: "resolved",
  reopen: "reopened",
};
const why: Record<string, string> = {
  "not-found": "no longer there",
  resolved: "already resolved",
  suppressed: "kept quiet",
  same: "already so",
};

/** "2 acknowledged, 1 was already resolved". */
export function changeText(action: AlertChange["action"], changed: number, skipped: readonly { reason: string }[]): string {
  const reasons = Map.groupBy(skipped, (item) => item.reason);
  const parts = [...reasons].map(([reason, items]) => `${items.length} ${items.length === 1 ? "was" : "were"} ${why[reason] ?? reason}`);
  return [`${changed} ${done[action]}`, ...parts].join(", ");
}
