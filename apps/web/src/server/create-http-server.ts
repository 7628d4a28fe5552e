import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { drainRest } from "./drain-rest.ts";
import { limitArrival } from "./limit-arrival.ts";
import { refuseUnreadable } from "./refuse-unreadable.ts";

export type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

export type ArrivalLimits = {
  /** A request, a claim file apart, is here whole after this time. */
  arrivalMs: number;
  /** What is left of a body after its request was answered is read past for this long. */
  drainMs: number;
};

const usual: ArrivalLimits = { arrivalMs: 60_000, drainMs: 10_000 };

/** Node's server with limits on headers, connections and on how slowly a request may arrive. A claim file may arrive for hours. */
export function createHttpServer(answer: Answer, limits: ArrivalLimits = usual): Server {
  const take = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    // Streams, limits and figures all listen for the end of one answer.
    outgoing.setMaxListeners(20);
    limitArrival(incoming, outgoing, limits.arrivalMs);
    outgoing.once("close", () => drainRest(incoming, limits.drainMs));
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  };
  const server = createServer(
    { requestTimeout: 0, headersTimeout: 20_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 16_384 },
    take,
  );
  // Node would answer an unknown expectation with a bare 417; it may be passed over (RFC 9110, 10.1.1).
  server.on("checkExpectation", take);
  server.maxHeadersCount = 100;
  server.maxRequestsPerSocket = 1_000;
  server.maxConnections = 1_000;
  server.on("clientError", (error, socket) => void refuseUnreadable(error, socket));
  return server;
}
