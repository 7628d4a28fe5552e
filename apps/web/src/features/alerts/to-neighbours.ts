import type { AlertDto } from "@upstream/alerts/schemas";
import type { Neighbours } from "./alert-bar.tsx";

/** Position of an alert in the inbox, with the addresses of the ones beside it; null for one that is not in it. */
export function toNeighbours(inbox: readonly AlertDto[], alertId: string, base: string): Neighbours | null {
  const at = inbox.findIndex((alert) => alert.id === alertId);
  if (at === -1) return null;
  const href = (index: number) => (inbox[index] === undefined ? null : `${base}/alerts/${inbox[index].id}`);
  return { text: `${at + 1} of ${inbox.length}`, before: href(at - 1), after: href(at + 1) };
}
