import type { DeliveryDto } from "@upstream/alerts/schemas";
import { countWordFirst, plural } from "../../ui/format/format-number.ts";
import type { Sentence } from "../../ui/page-sentence.tsx";

const states: Record<DeliveryDto["state"], string> = {
  pending: "Waiting",
  held: "Held",
  delivered: "Arrived",
  failed: "Failed",
  cancelled: "Cancelled",
};

/** State of a message in one word. */
export function deliveryStateName(state: DeliveryDto["state"]): string {
  return states[state];
}

export type DeliverySums = { shown: number; failed: number; waiting: number; stopped: number };

/** First sentence of the deliveries: did people hear it? */
export function deliveriesSentence({ shown, failed, waiting, stopped }: DeliverySums): Sentence {
  if (shown === 0) return [{ b: "No message was sent yet." }, " Alerts and events go out to channels and webhooks from here."];
  const arrived: Sentence =
    failed === 0
      ? [
          { b: shown === 1 ? "The one message so far arrived" : `All ${shown} messages arrived` },
          waiting === 0 ? "." : ` or are on their way (${waiting}).`,
        ]
      : [{ b: `${countWordFirst(failed)} ${plural(failed, "message", "messages")}` }, ` of the last ${shown} could not be delivered.`];
  return stopped === 0
    ? arrived
    : [...arrived, " ", { b: `${countWordFirst(stopped)} ${plural(stopped, "webhook is", "webhooks are")} not sending` }, "."];
}
