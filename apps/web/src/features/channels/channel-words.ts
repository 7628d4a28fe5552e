import type { ChannelDto } from "@upstream/alerts/schemas";
import { countWordFirst, plural } from "../../ui/format/format-number.ts";
import type { Sentence } from "../../ui/page-sentence.tsx";

const kinds: Record<string, string> = { email: "E-mail", slack: "Slack", "in-app": "In the console" };

/** Name of a kind of channel. */
export function channelKindName(kind: string): string {
  return kinds[kind] ?? kind;
}

/** Whom a channel reaches, without secrets. */
export function channelReach(channel: ChannelDto): string {
  const recipients = channel.config["recipients"];
  if (Array.isArray(recipients)) return recipients.join(", ");
  return channel.kind === "slack" ? "a Slack channel, by its webhook" : "everybody in the console";
}

/** First sentence of the channels page. */
export function channelsSentence(channels: readonly ChannelDto[]): Sentence {
  const on = channels.filter((channel) => channel.isEnabled).length;
  if (channels.length === 0) return [{ b: "No channel is set up." }, " Alerts stay in the console."];
  return [{ b: `${countWordFirst(on)} ${plural(on, "channel", "channels")}` }, ` ${plural(on, "tells", "tell")} people about alerts.`];
}
