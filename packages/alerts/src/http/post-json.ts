import { Agent as HttpAgent, request as httpRequest } from "node:http";
import type { ClientRequest, IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { guardedLookup, resolveByDns } from "./guarded-lookup.ts";
import type { Resolve } from "./guarded-lookup.ts";
import { checkOutboundUrl } from "./outbound-url.ts";
import type { OutboundPolicy } from "./outbound-url.ts";

const connectTimeoutMs = 5_000;
const totalTimeoutMs = 15_000;
const maxAnswerBytes = 64 * 1024;
const excerptBytes = 1024;
const maxHeaderSize = 16 * 1024;

export type PostRequest = { url: string; headers: Readonly<Record<string, string>>; body: string };

/** What came of one POST. `error` is a stable word; `excerpt` is the first 1 KB of the answer, made printable. */
export type PostResult =
  | { kind: "answer"; status: number; durationMs: number; excerpt: string; retryAfter: string | null }
  | { kind: "error"; error: string; durationMs: number };

export type PosterLimits = { connectMs: number; totalMs: number };

export type Poster = {
  post(request: PostRequest): Promise<PostResult>;
  /** Ends the connections that were kept alive. */
  close(): void;
};

/** The only way out to an address that a customer chose (security rules: dial guard). Connections live as long as the poster. */
export function openPoster(
  policy: OutboundPolicy,
  resolve: Resolve = resolveByDns,
  limits: PosterLimits = { connectMs: connectTimeoutMs, totalMs: totalTimeoutMs },
): Poster {
  const agents = new Map<string, HttpAgent | HttpsAgent>();
  const agentOf = (url: URL, isAllowListed: boolean) => {
    const known = agents.get(url.origin);
    if (known) return known;
    const options = { keepAlive: true, maxSockets: 2, lookup: guardedLookup(resolve, isAllowListed) };
    const made = url.protocol === "https:" ? new HttpsAgent({ ...options, rejectUnauthorized: true }) : new HttpAgent(options);
    agents.set(url.origin, made);
    return made;
  };
  return {
    post: async (request) => {
      const verdict = checkOutboundUrl(request.url, policy);
      if (!verdict.ok) return { kind: "error", error: `refused-${verdict.reason}`, durationMs: 0 };
      return send(verdict.url, request, agentOf(verdict.url, verdict.isAllowListed), limits);
    },
    close: () => {
      for (const agent of agents.values()) agent.destroy();
      agents.clear();
    },
  };
}

function send(url: URL, request: PostRequest, agent: HttpAgent | HttpsAgent, limits: PosterLimits): Promise<PostResult> {
  const started = performance.now();
  const body = Buffer.from(request.body, "utf8");
  return new Promise((resolve) => {
    const ask = url.protocol === "https:" ? httpsRequest : httpRequest;
    const outgoing = ask(url, {
      method: "POST",
      agent,
      maxHeaderSize,
      headers: {
        ...request.headers,
        "content-type": "application/json",
        "content-length": String(body.length),
        "accept-encoding": "identity",
        "user-agent": "Upstream-Webhooks/1",
      },
    });
    const timers = watch(outgoing, limits);
    const finish = (result: PostResult) => {
      timers.stop();
      resolve(result);
    };
    const elapsed = () => Math.round(performance.now() - started);
    outgoing.on("error", (error) => finish({ kind: "error", error: timers.expired() ?? wordOf(error), durationMs: elapsed() }));
    outgoing.on("response", (answer) => {
      readExcerpt(answer).then(
        (excerpt) =>
          finish({
            kind: "answer",
            status: answer.statusCode ?? 0,
            durationMs: elapsed(),
            excerpt,
            retryAfter: answer.headers["retry-after"] ?? null,
          }),
        (error: unknown) => finish({ kind: "error", error: timers.expired() ?? wordOf(error), durationMs: elapsed() }),
      );
    });
    outgoing.end(body);
  });
}

function watch(outgoing: ClientRequest, limits: PosterLimits) {
  let expired: string | null = null;
  const expire = (word: string) => () => {
    expired = word;
    outgoing.destroy(new Error(word));
  };
  const total = setTimeout(expire("timeout"), limits.totalMs);
  const connect = setTimeout(expire("connect-timeout"), limits.connectMs);
  outgoing.on("socket", (socket) => {
    if (outgoing.reusedSocket) clearTimeout(connect);
    else socket.once("encrypted" in socket ? "secureConnect" : "connect", () => clearTimeout(connect));
  });
  return {
    expired: () => expired,
    stop: () => {
      clearTimeout(total);
      clearTimeout(connect);
    },
  };
}

async function readExcerpt(answer: IncomingMessage): Promise<string> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    if (size < excerptBytes) kept.push(chunk.subarray(0, excerptBytes - size));
    size += chunk.length;
    if (size > maxAnswerBytes) break;
  }
  return printable(Buffer.concat(kept).toString("utf8"));
}

function printable(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, "\uFFFD");
}

function wordOf(error: unknown): string {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "failed";
  return code.toLowerCase().replaceAll("_", "-").slice(0, 80);
}
