import type { NextStep } from "../lifecycle/evidence-schemas.ts";
import type { Severity } from "../alert-rules/rule-schemas.ts";

export type MessageAlert = {
  alertId: string;
  severity: Severity;
  /** Payer, and CPT group unless the payer as a whole moved. */
  segment: string;
  sentence: string;
  impact: string | null;
  figures: readonly { label: string; before: string; now: string }[];
  sources: readonly string[];
  nextSteps: readonly NextStep[];
  url: string;
};

/** What a channel is asked to say; stored as text with its delivery, rendered when it is sent. No PHI, no claim numbers. */
export type ChannelMessage =
  | { kind: "alert"; alert: MessageAlert }
  /** Everything that was under way when the customer's data began, once. `total` may exceed the alerts listed. */
  | { kind: "history"; total: number; alerts: readonly MessageAlert[]; url: string }
  /** Alerts beyond ten in an hour to one mailbox. */
  | { kind: "digest"; total: number; alerts: readonly MessageAlert[]; url: string }
  | { kind: "test"; channelName: string; url: string }
  | { kind: "endpoint-disabled"; endpointUrl: string; reason: "gone" | "failing"; url: string }
  /** To a person whose refresh token was shown twice. */
  | { kind: "session-ended"; url: string };

/** The message of "send test". */
export function sampleMessage(channelName: string, url: string): ChannelMessage {
  return { kind: "test", channelName, url };
}
