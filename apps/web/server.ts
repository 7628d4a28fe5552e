import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import next from "next";
import { announceAuthUrl, readEnv } from "./src/env.ts";
import type { Env } from "./src/env.ts";
import { holdContainer } from "./src/server/container.ts";
import { createContainer } from "./src/server/create-container.ts";
import type { Container } from "./src/server/create-container.ts";
import { createLogger } from "./src/server/logger.ts";
import { lastTrustedHop, sendResponse, toRequest } from "./src/server/node-http.ts";

const drainMs = 30_000;
const consoleFiles = /^\/api\/console\/([a-z0-9-]+)\//;

export type RunningServer = { port: number; container: Container; stop(): Promise<void> };

type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

function createAnswer(env: Env, made: Container, page: Answer): Answer {
  const options = { origin: env.UPSTREAM_URL, trustedHops: env.TRUSTED_HOPS };
  return async (incoming, outgoing) => {
    const customer = consoleFiles.exec(incoming.url ?? "")?.[1];
    if (customer !== undefined) return sendResponse(await made.handleFiles(toRequest(incoming, outgoing, options), customer), outgoing);
    const isRest = incoming.url === "/api/v1" || incoming.url?.startsWith("/api/v1/") || incoming.url?.startsWith("/api/v1?");
    if (isRest) return sendResponse(await made.handleRest(toRequest(incoming, outgoing, options)), outgoing);
    incoming.headers["x-upstream-address"] = lastTrustedHop(incoming, env.TRUSTED_HOPS);
    return page(incoming, outgoing);
  };
}

function listen(server: Server, env: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(env.PORT, env.HOST, () => resolve((server.address() as AddressInfo).port));
  });
}

function hardened(answer: Answer): Server {
  const server = createServer(
    { requestTimeout: 0, headersTimeout: 20_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 16_384 },
    (incoming, outgoing) => {
      answer(incoming, outgoing).catch(() => outgoing.destroy());
    },
  );
  server.maxHeadersCount = 100;
  server.maxRequestsPerSocket = 1_000;
  return server;
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearTimeout(force);
}

/** Starts console, API and background work in this process. */
export async function startServer(env: Env, options: { isDev?: boolean } = {}): Promise<RunningServer> {
  announceAuthUrl(env.UPSTREAM_URL);
  const logger = createLogger(env.LOG_LEVEL);
  const made = createContainer(env, logger);
  holdContainer(made);
  const app = next({ dev: options.isDev ?? false, dir: import.meta.dirname, hostname: env.HOST, port: env.PORT });
  await app.prepare();
  const server = hardened(createAnswer(env, made, app.getRequestHandler()));
  const port = await listen(server, env);
  await made.start();
  logger.info("Upstream is ready", { port, driver: made.driver });
  return {
    port,
    container: made,
    stop: async () => {
      await closeServer(server);
      await made.stop();
      await app.close();
    },
  };
}

if (import.meta.main) {
  const running = await startServer(readEnv(), { isDev: process.argv.includes("--dev") });
  const stop = () => void running.stop().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
