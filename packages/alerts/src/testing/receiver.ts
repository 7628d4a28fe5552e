import { createServer } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Received = { method: string; path: string; headers: IncomingHttpHeaders; body: string; socketPort: number };
export type Answer = (request: Received, response: ServerResponse) => void;
export type Receiver = { url: string; port: number; received: Received[]; answer: (next: Answer) => void; close(): Promise<void> };

/** A webhook receiver on the own machine that answers 200 until told otherwise. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let answer: Answer = (_request, response) => response.end("ok");
  const server = createServer((request, response) => {
    readBody(request).then(
      (body) => {
        const seen = {
          method: request.method ?? "",
          path: request.url ?? "",
          headers: request.headers,
          body,
          socketPort: request.socket.remotePort ?? 0,
        };
        received.push(seen);
        answer(seen, response);
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    received,
    answer: (next) => {
      answer = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
