import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import next from "next";
import { announceAuthUrl, readEnv } from "./src/env.ts";
import type { Env } from "./src/env.ts";
import { answerApi } from "./src/server/answer-api.ts";
import { holdContainer } from "./src/server/container.ts";
import { createContainer } from "./src/server/create-container.ts";
import type { Container } from "./src/server/create-container.ts";
import { createLogger } from "./src/server/logger.ts";
import { createHttpServer } from "./src/server/create-http-server.ts";
import type { Answer } from "./src/server/create-http-server.ts";
import { lastTrustedHop } from "./src/server/node-http.ts";
import { watchAnswer } from "./src/server/watch-answer.ts";

const drainMs = 30_000;

export type RunningServer = { port: number; container: Container; stop(): Promise<void> };

function createAnswer(env: Env, made: Container, page: Answer): Answer {
  const options = { origin: env.UPSTREAM_URL, trustedHops: env.TRUSTED_HOPS };
  return async (incoming, outgoing) => {
    watchAnswer(made.metrics, incoming, outgoing);
    outgoing.setHeader("x-content-type-options", "nosniff");
    if (made.isSecure) outgoing.setHeader("strict-transport-security", "max-age=63072000; includeSubDomains");
    if (await answerApi(made, incoming, outgoing, options)) return;
    incoming.headers["x-upstream-address"] = lastTrustedHop(incoming, env.TRUSTED_HOPS);
    await page(incoming, outgoing);
  };
}

function listen(server: Server, env: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(env.PORT, env.HOST, () => resolve((server.address() as AddressInfo).port));
  });
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
  const server = createHttpServer(createAnswer(env, made, app.getRequestHandler()));
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
