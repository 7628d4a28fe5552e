import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { expect } from "vitest";
import type { ServeHandler } from "../embedded/protocol.ts";
import { signedRequest } from "../embedded/sign-request.ts";
import { quietLogger } from "./embedded-world.ts";
import type { ObservedRun, World } from "./world.ts";

export type InngestServer = { open: () => Promise<World>; stop: () => Promise<void> };
type Access = { baseUrl: string; eventKey: string; signingKey: string };

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, "close");
  return port;
}

async function toRequest(incoming: IncomingMessage, origin: string): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = Object.entries(incoming.headers).flatMap(([name, value]): Array<[string, string]> =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return new Request(new URL(incoming.url ?? "/", origin), {
    method: incoming.method ?? "GET",
    headers,
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  });
}

function overHttp(handler: () => ServeHandler): Server {
  return createServer((incoming, outgoing) => {
    void toRequest(incoming, `http://${incoming.headers.host ?? "127.0.0.1"}`)
      .then((request) => handler()(request))
      .then(async (response) => outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text()));
  });
}

async function observe(access: Access, eventId: string): Promise<ObservedRun[]> {
  const response = await globalThis.fetch(`${access.baseUrl}v1/events/${eventId}/runs`, {
    headers: { authorization: `Bearer ${access.signingKey}` },
  });
  const { data } = (await response.json()) as { data?: Array<{ function_id: string; status: string; output: unknown }> | null };
  return (data ?? []).map((run) => ({
    functionId: run.function_id,
    status: run.status.toLowerCase(),
    result: run.output,
    error: run.output,
  }));
}

let opened = 0;

async function openWorld(access: Access): Promise<World> {
  opened += 1;
  let handler: ServeHandler | undefined;
  const served = (): ServeHandler => {
    if (handler === undefined) throw new Error("Nothing is registered");
    return handler;
  };
  const server = overHttp(served);
  const url = new URL(`http://127.0.0.1:${await listen(server)}/api/inngest`);
  const inngest = new Inngest({
    id: `contract-${process.pid}-${opened}`,
    ...access,
    signingKey: `signkey-test-${access.signingKey}`,
    isDev: false,
    checkpointing: false,
    logger: quietLogger,
  });
  return {
    inngest,
    clock: undefined,
    handler: served,
    register: async (functions) => {
      handler = serve({ client: inngest, functions });
      const answer = await handler(signedRequest("PUT", url, { body: { url: url.href }, signingKey: access.signingKey }));
      expect(answer.status).toBe(200);
    },
    send: async (event) => (await inngest.send(event)).ids[0] ?? "",
    observe: (eventId) => observe(access, eventId),
    idle: async () => undefined,
    advance: async () => undefined,
    restart: async () => undefined,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Starts the Inngest server at `program` on the loopback, with a store of its own. */
export async function startInngestServer(program: string): Promise<InngestServer> {
  const folder = await mkdtemp(join(tmpdir(), "upstream-inngest-"));
  const port = await freePort();
  const access: Access = {
    baseUrl: `http://127.0.0.1:${port}/`,
    eventKey: randomBytes(16).toString("hex"),
    signingKey: randomBytes(32).toString("hex"),
  };
  const keys = ["--signing-key", access.signingKey, "--event-key", access.eventKey];
  const child = spawn(program, ["start", "--host", "127.0.0.1", "--port", String(port), ...keys, "--sqlite-dir", folder, "--no-ui"], {
    stdio: "ignore",
  });
  const isHealthy = async (): Promise<boolean> =>
    globalThis.fetch(`${access.baseUrl}health`).then(
      (response) => response.ok,
      () => false,
    );
  await expect.poll(isHealthy, { timeout: 30_000 }).toBe(true);
  return {
    open: () => openWorld(access),
    stop: async () => {
      child.kill("SIGKILL");
      await once(child, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
