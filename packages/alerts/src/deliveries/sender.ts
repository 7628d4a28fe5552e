import type { ChannelDeps } from "../channels/channel.ts";
import type { ChannelMessage } from "../channels/message.ts";
import type { Poster } from "../http/post-json.ts";
import type { Outbound } from "../outbound.ts";

/** Ways out of the house for one batch. */
export type Sender = { outbound: Outbound; poster: Poster };

/** What a channel may use to send, bound to one batch's connections. */
export function depsOf(sender: Sender): ChannelDeps {
  return {
    postJson: (request) => sender.poster.post(request),
    sendMail: (mail) => sender.outbound.sendMail(mail),
    mailFrom: sender.outbound.mailFrom,
    checkUrl: (raw) => sender.outbound.checkUrl(raw),
  };
}

/** A stored message with its links made whole. */
export function withAddress(message: ChannelMessage, consoleUrl: string): ChannelMessage {
  const whole = (path: string) => (path.startsWith("/") ? `${consoleUrl}${path}` : path);
  if (message.kind === "alert") return { ...message, alert: { ...message.alert, url: whole(message.alert.url) } };
  const rest = { ...message, url: whole(message.url) };
  return "alerts" in rest ? { ...rest, alerts: rest.alerts.map((alert) => ({ ...alert, url: whole(alert.url) })) } : rest;
}
