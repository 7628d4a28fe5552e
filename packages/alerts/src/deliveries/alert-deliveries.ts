import { channelKind } from "../channels/index.ts";
import type { ChannelMessage, MessageAlert } from "../channels/message.ts";
import { severityRank } from "../evaluate/matches-scope.ts";
import type { NewDelivery } from "./new-delivery.ts";
import { targetKeyOf } from "./target-key.ts";

export type ChannelTarget = { id: string; kind: string; config: unknown };
export type OutgoingAlert = {
  message: MessageAlert;
  impactCents: number | null;
  usesAllChannels: boolean;
  channelIds: readonly string[];
};

const listedInHistory = 40;

/** One delivery per alert, channel and recipient. Pure. */
export function planAlertDeliveries(alerts: readonly OutgoingAlert[], channels: readonly ChannelTarget[]): NewDelivery[] {
  return alerts.flatMap((alert) =>
    channels
      .filter((channel) => tells(alert, channel))
      .flatMap((channel) =>
        toChannel(channel, { subject: "alert", alertId: alert.message.alertId }, { kind: "alert", alert: alert.message }),
      ),
  );
}

/** One delivery per channel and recipient for everything that was under way when the data began, the gravest first. Pure. */
export function planHistoryDeliveries(
  driftRunId: string,
  alerts: readonly OutgoingAlert[],
  channels: readonly ChannelTarget[],
  url: string,
): NewDelivery[] {
  return channels.flatMap((channel) => {
    const own = alerts.filter((alert) => tells(alert, channel)).toSorted(byWeight);
    if (own.length === 0) return [];
    const message: ChannelMessage = {
      kind: "history",
      total: own.length,
      alerts: own.slice(0, listedInHistory).map((alert) => alert.message),
      url,
    };
    return toChannel(channel, { subject: "history", driftRunId }, message);
  });
}

function tells(alert: OutgoingAlert, channel: ChannelTarget): boolean {
  return alert.usesAllChannels || alert.channelIds.includes(channel.id);
}

function toChannel(
  channel: ChannelTarget,
  about: Pick<NewDelivery, "subject" | "alertId" | "driftRunId">,
  message: ChannelMessage,
): NewDelivery[] {
  const body = JSON.stringify(message);
  return channelKind(channel.kind)
    .recipients(channel.config)
    .map((recipient) => ({
      ...about,
      event: "alert.raised",
      channelId: channel.id,
      recipient,
      targetKey: targetKeyOf(channel.id, recipient),
      body,
      state: "pending",
    }));
}

function byWeight(a: OutgoingAlert, b: OutgoingAlert): number {
  return severityRank(b.message.severity) - severityRank(a.message.severity) || (b.impactCents ?? 0) - (a.impactCents ?? 0);
}
