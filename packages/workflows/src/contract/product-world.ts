import { createEndpoint, createOutbound } from "@upstream/alerts";
import { createEndpointInput } from "@upstream/alerts/schemas";
import { fixedClock, newId, silentLogger } from "@upstream/core";
import type { Actor, AdjustableClock, Id, UserId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { createCustomer, openCustomer } from "@upstream/tenancy";
import { testDatabase } from "@upstream/db/testing";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "vitest";
import { createWorkflows } from "../create-workflows.ts";
import type { Workflows } from "../create-workflows.ts";
import type { WorkflowDeps } from "../workflow-deps.ts";

export type Heard = { type: string; messageId: string };
export type Receiver = {
  url: string;
  heard: Heard[];
  /** Status codes of the next answers; 200 when there are none. */
  statuses: number[];
  count: (type: string) => number;
  close: () => Promise<void>;
};

/** A webhook receiver on the own machine. */
export async function startReceiver(): Promise<Receiver> {
  const heard: Heard[] = [];
  const statuses: number[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { type } = JSON.parse(Buffer.concat(chunks).toString()) as { type: string };
    heard.push({ type, messageId: String(request.headers["webhook-id"]) });
    response.writeHead(statuses.shift() ?? 200).end("ok");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    heard,
    statuses,
    count: (type) => heard.filter((one) => one.type === type).length,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** The product's own workflows on the embedded driver, one customer, one webhook endpoint, a clock that is moved by hand. */
export type ProductWorld = {
  owner: CustomerCtx;
  clock: AdjustableClock;
  receiver: Receiver;
  workflows: Workflows;
  /** Until no run is called or due. */
  idle: () => Promise<void>;
  /** Stops the workflows when they run, and what they lean on. */
  close: () => Promise<void>;
};

const webhookEvents = ["upload.processed", "upload.failed", "drift.detected", "alert.raised"];

async function makeOwner(deps: WorkflowDeps): Promise<CustomerCtx> {
  const by = { actor: { kind: "system", reason: "test" } as Actor, requestId: newId<Id<"request">>() };
  const input = {
    name: `Clinic ${newId<Id<"name">>()}`,
    timeZone: "America/New_York",
    owner: { email: `${newId<Id<"user">>()}@example.com`, name: "Olive Owner" },
  };
  const { ctx } = await createCustomer(deps, input, by);
  const actor: Actor = { kind: "user", userId: newId<UserId>(), role: "owner", mayRevealPhi: false };
  return openCustomer(deps, { customerId: ctx.customerId, actor, requestId: by.requestId });
}

/** Opens a product world in a database of its own at an instant; its workflows are not started yet. */
export async function openProductWorld(at: string): Promise<ProductWorld> {
  const database = await testDatabase({ poolSize: 10 });
  const clock = fixedClock(at);
  const receiver = await startReceiver();
  const outbound = createOutbound({
    mailFrom: "Upstream <alerts@example.com>",
    outboundAllow: "127.0.0.1",
    consoleUrl: "http://console.example.com",
  });
  const deps: WorkflowDeps = { db: database.db, clock, logger: silentLogger, kek: { id: 1, key: randomBytes(32) }, outbound };
  const owner = await makeOwner(deps);
  await createEndpoint(owner, createEndpointInput.parse({ url: receiver.url, events: webhookEvents }), outbound);
  const workflows = createWorkflows(deps, { kind: "embedded", jobsUrl: database.urlOf("app_jobs"), pollMs: 100 });
  const isIdle = async (): Promise<boolean | undefined> => (await workflows.load())?.every((one) => one.running === 0 && one.due === 0);
  return {
    owner,
    clock,
    receiver,
    workflows,
    idle: () => expect.poll(isIdle, { timeout: 30_000 }).toBe(true),
    close: async () => {
      await workflows.stop();
      outbound.close();
      await receiver.close();
      await database.close();
    },
  };
}

export async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
