import type { AlertDetail } from "@upstream/alerts/schemas";
import { formatMoment } from "../../ui/format/format-date.ts";
import { formatExactCents } from "../../ui/format/format-money.ts";
import type { TimelineEntry } from "../../ui/timeline.tsx";
import type { AlertScene } from "./alert-row-view.ts";
import { resolutionName, verdictName } from "./alert-words.ts";

const actions: Record<string, string> = {
  raise: "Alert raised",
  raised: "Alert raised",
  acknowledge: "Acknowledged",
  assign: "Assigned",
  snooze: "Snoozed",
  wake: "Snooze ended",
  resolve: "Resolved",
  reopen: "Reopened",
  suppress: "Kept quiet",
  unsuppress: "No longer kept quiet",
  escalate: "Got worse",
  judge: "Judged",
};

/** What happened to an alert and to earlier alerts of the same segment, latest first. */
export function alertHistory(alert: AlertDetail, { zone, now }: AlertScene): TimelineEntry[] {
  const steps = alert.transitions.map((step) => ({ at: step.at, text: stepText(step) }));
  const messages = alert.deliveries.map((delivery) => ({
    at: delivery.at,
    text: `${delivery.channelName}: ${delivery.state === "delivered" ? "sent" : delivery.state}`,
  }));
  const earlier = alert.earlier.map((other) => ({ at: other.raisedAt, text: earlierText(other) }));
  return [...steps, ...messages, ...earlier]
    .sort((a, b) => b.at.localeCompare(a.at))
    .map((entry) => ({ text: entry.text, meta: formatMoment(entry.at, zone, now) }));
}

function stepText(step: AlertDetail["transitions"][number]): string {
  const detail = step.detail === null ? "" : `: ${resolutionName(step.detail)}`;
  return `${actions[step.action] ?? capital(step.action.replaceAll("-", " "))}${detail}`;
}

function earlierText(other: AlertDetail["earlier"][number]): string {
  const verdict = other.verdict === null ? "raised" : `judged ${verdictName(other.verdict).toLowerCase()}`;
  const recovered =
    other.recoveredCents === null || other.recoveredCents === 0 ? "" : `; ${formatExactCents(other.recoveredCents)} recovered`;
  return `Same segment, ${verdict}${recovered}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
