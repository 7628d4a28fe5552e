import type { IncomingMessage } from "node:http";

/** Reads past what is left of an answered request's body, so that the next request on the connection is found; hangs up after `limitMs`. */
export function drainRest(incoming: IncomingMessage, limitMs: number): void {
  if (incoming.complete || incoming.destroyed) return;
  const timer = setTimeout(() => incoming.destroy(), limitMs);
  incoming.once("close", () => clearTimeout(timer));
  incoming.removeAllListeners("data");
  incoming.on("data", () => undefined);
  incoming.resume();
}
