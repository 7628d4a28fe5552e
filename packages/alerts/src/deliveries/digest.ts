import type { ChannelMessage, MessageAlert } from "../channels/message.ts";
import type { ClaimedDelivery } from "./claim-due-deliveries.ts";

/** Mails to one mailbox in an hour after which further alerts come as one mail. */
const singleMailsAnHour = 10;

/** What goes out as one mail, and the deliveries it stands for. */
export type MailUnit = { send: ClaimedDelivery; covers: readonly ClaimedDelivery[] };

/** One mail for each delivery, but a single digest for the alerts beyond ten in an hour. A digest keeps the ids of its first alert. Pure. */
export function digestOf(claimed: readonly ClaimedDelivery[]): MailUnit[] {
  const room = Math.max(0, singleMailsAnHour - (claimed[0]?.sentLastHour ?? 0));
  const isFresh = (delivery: ClaimedDelivery) => delivery.subject === "alert" && delivery.attempt === 1;
  const fresh = claimed.filter(isFresh);
  const bundled = fresh.slice(Math.min(room, fresh.length));
  const [first] = bundled;
  const single = claimed
    .filter((delivery) => bundled.length < 2 || !bundled.includes(delivery))
    .map((delivery) => ({ send: delivery, covers: [delivery] }));
  return first === undefined || bundled.length < 2
    ? single
    : [...single, { send: { ...first, body: digestBody(bundled) }, covers: bundled }];
}

function digestBody(deliveries: readonly ClaimedDelivery[]): string {
  const alerts = deliveries.flatMap((delivery): MessageAlert[] => {
    const message = JSON.parse(delivery.body) as ChannelMessage;
    return message.kind === "alert" ? [message.alert] : [];
  });
  const url = alerts[0]?.url.replace(/\/[^/]*$/, "") ?? "/";
  const digest: ChannelMessage = { kind: "digest", total: alerts.length, alerts, url };
  return JSON.stringify(digest);
}
