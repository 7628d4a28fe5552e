import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";

const addresses = new WeakMap<Request, string>();

/** Address of the last trusted hop of a request that came through `toRequest`. */
export function addressOf(request: Request): string {
  return addresses.get(request) ?? "unknown";
}

/** Address of the caller: the peer, or what the last trusted reverse proxy saw. */
export function lastTrustedHop(incoming: IncomingMessage, trustedHops: number): string {
  const peer = incoming.socket.remoteAddress ?? "unknown";
  const forwarded = String(incoming.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((part) => part.trim());
  return trustedHops > 0 ? forwarded.at(-trustedHops) || peer : peer;
}

export type RequestOptions = { origin: string; trustedHops: number };

/** A Web request over Node's; the body streams, and a caller that hangs up aborts it. */
export function toRequest(incoming: IncomingMessage, outgoing: ServerResponse, options: RequestOptions): Request {
  const headers = new Headers();
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    const [name = "", value = ""] = [incoming.rawHeaders[index], incoming.rawHeaders[index + 1]];
    if (!name.startsWith(":")) headers.append(name, value);
  }
  const aborted = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) aborted.abort();
  });
  const method = incoming.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD";
  const body = hasBody ? (Readable.toWeb(incoming) as unknown as ReadableStream<Uint8Array>) : null;
  const request = new Request(`${options.origin}${incoming.url ?? "/"}`, {
    method,
    headers,
    body,
    signal: aborted.signal,
    ...(hasBody && { duplex: "half" }),
  } as RequestInit);
  addresses.set(request, lastTrustedHop(incoming, options.trustedHops));
  return request;
}

/** Sends a Web response through Node's, streaming its body with back-pressure. */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== "set-cookie") outgoing.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader("set-cookie", cookies);
  if (!response.body) {
    outgoing.end();
    return;
  }
  await pipeline(Readable.fromWeb(response.body as NodeReadableStream), outgoing).catch(() => outgoing.destroy());
}
