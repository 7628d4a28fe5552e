import { refuse } from "@upstream/api";
import type { IncomingMessage, ServerResponse } from "node:http";
import { sendResponse } from "./node-http.ts";

const files = /^\/api\/(?:v1|console\/[a-z0-9-]+)\/uploads(?:\?|$)/;

/**
 * Ends a request that has not arrived whole after `limitMs` with 408, so that nobody holds a connection by sending slowly.
 * A claim file may take longer, as long as some of it comes in each span.
 */
export function limitArrival(incoming: IncomingMessage, outgoing: ServerResponse, limitMs: number): void {
  const { socket } = incoming;
  const isFile = files.test(incoming.url ?? "");
  let seen = socket.bytesRead;
  const timer = setInterval(() => {
    const isFlowing = isFile && socket.bytesRead > seen;
    seen = socket.bytesRead;
    if (incoming.complete) return clearInterval(timer);
    if (!isFlowing) void endLate(incoming, outgoing);
  }, limitMs);
  outgoing.once("close", () => clearInterval(timer));
}

async function endLate(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (!outgoing.headersSent) {
    outgoing.setHeader("connection", "close");
    await sendResponse(refuse("timeout"), outgoing);
  }
  incoming.destroy();
}
