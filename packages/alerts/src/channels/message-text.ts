import { formatCents } from "@upstream/core";
import type { AlertEvidence } from "../lifecycle/evidence-schemas.ts";
import type { Severity } from "../alert-rules/rule-schemas.ts";
import type { ChannelMessage, MessageAlert } from "./message.ts";

const severityWords: Record<Severity, string> = { low: "Low", medium: "Medium", high: "High", critical: "Critical" };

export function severityWord(severity: Severity): string {
  return severityWords[severity];
}

type ImpactFacts = { impactKind: "at-stake" | "held-back" | "unknown"; impactCents: number | null };

/** Dollars in words: estimates are rounded ($10 below $1,000, $100 below $100,000, else $1,000) and say "about". */
export function impactText(facts: ImpactFacts): string | null {
  if (facts.impactKind === "unknown" || facts.impactCents === null) return null;
  const dollars = Math.abs(facts.impactCents) / 100;
  const step = dollars < 1_000 ? 10 : dollars < 100_000 ? 100 : 1_000;
  const text = formatCents(Math.round(dollars / step) * step * 100).replace(/\.00$/, "");
  return facts.impactKind === "held-back" ? `About ${text} is held back.` : `About ${text} a month is at stake.`;
}

/** A value of a signal with its unit: rates as percent with one decimal, days whole, cents as dollars. */
export function valueText(value: number, unit: string): string {
  if (unit === "rate" || unit === "share") return `${(value * 100).toFixed(1)}%`;
  if (unit === "days") return `${Math.round(value)} days`;
  if (unit === "cents") return formatCents(Math.round(value));
  return Number.isInteger(value) ? value.toLocaleString("en-US") : value.toFixed(2);
}

/** The table of before and now, as far as the evidence has both. */
export function figuresOf(evidence: AlertEvidence): { label: string; before: string; now: string }[] {
  const { baseline, current, unit } = evidence;
  if (baseline === null || current === null) return [];
  const rows = [{ label: "Period", before: `${baseline.from} to ${baseline.to}`, now: `${current.from} to ${current.to}` }];
  if (baseline.value !== null && current.value !== null)
    rows.push({ label: "Value", before: valueText(baseline.value, unit), now: valueText(current.value, unit) });
  const counted = (side: typeof baseline) =>
    side.count === null ? side.n.toLocaleString("en-US") : `${side.count.toLocaleString("en-US")} of ${side.n.toLocaleString("en-US")}`;
  rows.push({ label: "Claims", before: counted(baseline), now: counted(current) });
  return rows;
}

/** The explaining slices in words, three at most. */
export function sourcesOf(evidence: AlertEvidence): string[] {
  return evidence.slices.slice(0, 3).map((slice) => {
    const change = slice.shareOfChange === null ? "" : `: ${(slice.shareOfChange * 100).toFixed(0)}% of the change`;
    const volume = slice.shareOfVolume === null ? "" : `, ${(slice.shareOfVolume * 100).toFixed(0)}% of the claims`;
    return `${slice.dimension} ${slice.value}${change}${change === "" ? "" : volume}`;
  });
}

/** Subject or headline of a message, one line. */
export function headline(message: ChannelMessage): string {
  switch (message.kind) {
    case "alert":
      return `${severityWord(message.alert.severity)}: ${message.alert.segment}`;
    case "history":
      return `${message.total} ${message.total === 1 ? "change was" : "changes were"} under way when your data began`;
    case "digest":
      return `${message.total} more alerts`;
    case "test":
      return `Test message to ${message.channelName}`;
    case "endpoint-disabled":
      return "A webhook endpoint was switched off";
    case "session-ended":
      return "A session of your account was ended";
  }
}

/** The message as plain text, in the order a person reads it. */
export function plainText(message: ChannelMessage): string {
  switch (message.kind) {
    case "alert":
      return [...alertLines(message.alert), "", `Open the alert: ${message.alert.url}`].join("\n");
    case "history":
    case "digest":
      return [
        `${headline(message)}.`,
        listIntro(message.kind),
        "",
        ...message.alerts.flatMap((alert) => [
          `${severityWord(alert.severity)} · ${alert.segment}`,
          alert.sentence,
          ...(alert.impact === null ? [] : [alert.impact]),
          alert.url,
          "",
        ]),
        `All alerts: ${message.url}`,
      ].join("\n");
    case "test":
      return `This is a test message to ${message.channelName}. Alerts will arrive here.\n\nChannels: ${message.url}`;
    case "endpoint-disabled":
      return `${disabledSentence(message)}\n\nNothing was dropped: its messages wait until it is resumed.\n\nWebhooks: ${message.url}`;
    case "session-ended":
      return `${sessionEndedText}\n\nSign in: ${message.url}`;
  }
}

/** What happened to the session, and what to do about it. */
export const sessionEndedText =
  "A refresh token of your account was used twice, so somebody else may hold it. The session it belongs to was ended. If a program of yours did this, let it sign in again; if not, change your password.";

/** Why an endpoint was switched off, in one sentence. */
export function disabledSentence(message: Extract<ChannelMessage, { kind: "endpoint-disabled" }>): string {
  return message.reason === "gone"
    ? `${message.endpointUrl} answered 410 Gone and was switched off.`
    : `${message.endpointUrl} has failed for five days and was switched off.`;
}

/** Why a message lists alerts instead of being one. */
export function listIntro(kind: "history" | "digest"): string {
  return kind === "history"
    ? "They are listed once here; from now on each new change is sent on its own."
    : "More than ten alerts came within an hour; these are sent together.";
}

function alertLines(alert: MessageAlert): string[] {
  return [
    alert.sentence,
    ...(alert.impact === null ? [] : [alert.impact]),
    ...(alert.figures.length === 0 ? [] : ["", ...alert.figures.map((row) => `${row.label}: before ${row.before}, now ${row.now}`)]),
    ...(alert.sources.length === 0 ? [] : ["", "Where it comes from:", ...alert.sources.map((source) => `- ${source}`)]),
    ...(alert.nextSteps.length === 0
      ? []
      : ["", "Next steps:", ...alert.nextSteps.map((step) => `- ${urgencyWord(step.urgency)}: ${step.title}. ${step.detail}`)]),
  ];
}

export function urgencyWord(urgency: "today" | "this-week" | "then"): string {
  return urgency === "today" ? "Today" : urgency === "this-week" ? "This week" : "Then";
}
