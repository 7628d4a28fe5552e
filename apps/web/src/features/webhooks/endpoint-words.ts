import type { EndpointDto } from "@upstream/alerts/schemas";
import { countWordFirst, plural } from "../../ui/format/format-number.ts";
import type { Sentence } from "../../ui/page-sentence.tsx";

/** What a state of an endpoint means. */
export function endpointStateText(endpoint: EndpointDto): string {
  if (endpoint.state === "paused") return "Paused";
  if (endpoint.state === "active") return endpoint.failuresInARow > 0 ? "Failing" : "Sending";
  return endpoint.disabledReason === "gone" ? "Off: the receiver said it is gone" : "Off: it failed for five days";
}

/** First sentence of the webhooks page. */
export function endpointsSentence(endpoints: readonly EndpointDto[]): Sentence {
  if (endpoints.length === 0)
    return [{ b: "No webhook is set up." }, " One address receives signed messages about files, changes and alerts."];
  const off = endpoints.filter((endpoint) => endpoint.state !== "active").length;
  return [
    { b: `${countWordFirst(endpoints.length)} ${plural(endpoints.length, "webhook is", "webhooks are")} set up` },
    off === 0 ? " and sending." : `; ${off} ${plural(off, "is", "are")} not sending.`,
  ];
}
