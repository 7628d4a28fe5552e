import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProduct } from "@upstream/tooling/start-product";
import type { Product } from "@upstream/tooling/start-product";
import { denialSpike } from "../../prisma/seed/scenarios/denial-spike.ts";
import { Api, until } from "../fixtures/api.ts";
import { createOwnCustomer } from "../fixtures/customers.ts";
import type { OwnCustomer } from "../fixtures/customers.ts";
import { openMailbox } from "../fixtures/mailbox.ts";
import type { Mailbox } from "../fixtures/mailbox.ts";
import { openReceiver } from "../fixtures/receiver.ts";
import type { Receiver } from "../fixtures/receiver.ts";
import { expect, test } from "../fixtures/test.ts";

type Upload = {
  id: string;
  status: string;
  rowCount: number;
  acceptedCount: number;
  rejectedCount: number;
  newCount: number;
  progress: { rows: number } | number | null;
};
type World = { stateDir: string; product: Product; customer: OwnCustomer; mailbox: Mailbox; receiver: Receiver; start(): Promise<void> };

const scenario = denialSpike(Math.floor(Date.now() / 86_400_000));
const csv = scenario.files[0]!.csv;
const rows = csv.split("\r\n").length - 2;

async function openWorld(): Promise<World> {
  const stateDir = mkdtempSync(join(tmpdir(), "upstream-kill-"));
  const mailbox = await openMailbox();
  const receiver = await openReceiver();
  const env = { SMTP_URL: mailbox.smtpUrl };
  const product = await startProduct({ stateDir, env });
  const customer = await createOwnCustomer(product, "Kill Practice");
  await customer.api.must("PATCH", "/settings", { alertEmail: customer.email });
  await customer.api.post("/webhooks/endpoints", {
    url: receiver.url,
    events: ["upload.processed", "drift.detected", "alert.raised"],
    description: "Kill test",
  });
  const world: World = {
    stateDir,
    product,
    customer,
    mailbox,
    receiver,
    start: async () => {
      world.product = await startProduct({ stateDir, env });
      customer.api = await new Api(world.product.apiUrl).signIn(customer.email, customer.password);
    },
  };
  return world;
}

async function closeWorld(world: World): Promise<void> {
  await world.product.stop();
  await world.mailbox.stop();
  await world.receiver.stop();
  rmSync(world.stateDir, { recursive: true, force: true });
}

const uploadOf = (world: World, id: string) => world.customer.api.get<Upload>(`/uploads/${id}`);
const idsOf = (receiver: Receiver) => receiver.received.map((message) => message.headers["webhook-id"]!);

async function expectEverythingOnce(world: World, id: string): Promise<void> {
  const upload = await until(
    () => uploadOf(world, id),
    (seen) => ["completed", "partial", "failed"].includes(seen.status),
    120,
  );
  expect(upload).toMatchObject({ rowCount: rows, acceptedCount: rows - upload.rejectedCount, newCount: upload.acceptedCount });
  const raised = await until(
    () => world.customer.api.get<{ items: { id: string; payer: string }[] }>("/alerts?limit=200"),
    ({ items }) => items.length > 0,
    120,
  );
  expect(new Set(raised.items.map((alert) => alert.payer))).toEqual(new Set([scenario.truths[0]!.payer]));
  const bodies = () => world.receiver.received.map((message) => JSON.parse(message.body) as { type: string; data: { id: string } });
  await until(
    async () => bodies(),
    (seen) => seen.filter((body) => body.type === "alert.raised").length >= raised.items.length,
    90,
  );
  await until(
    async () => world.mailbox.mails.length,
    (count) => count > 0,
    90,
  );
  const events = bodies().map((body) => `${body.type}:${body.data.id}`);
  const perEvent = new Map(events.map((event, index) => [event, idsOf(world.receiver)[index]]));
  expect(new Set(perEvent.values()).size).toBe(perEvent.size);
  expect(new Set(idsOf(world.receiver)).size).toBe(new Set(events).size);
  const mailIds = world.mailbox.mails.map((mail) => mail.messageId);
  expect(new Set(mailIds).size).toBe(mailIds.length);
  const summary = await world.customer.api.get<{ items: { claimCount?: number; lineCount?: number; count?: number }[] }>(
    "/claims/payer-summary",
  );
  expect(summary.items.length).toBe(6);
}

test.describe("a process that is killed", () => {
  let world: World;
  test.beforeEach(async () => {
    world = await openWorld();
  });
  test.afterEach(async () => closeWorld(world));

  test("during ingest finishes the file once after the next start", async () => {
    const { id } = await world.customer.api.upload<{ id: string }>("claims.csv", csv);
    await until(
      () => uploadOf(world, id),
      (seen) => seen.status !== "received",
      60,
    );
    await world.product.kill();
    await world.start();
    await expectEverythingOnce(world, id);
  });

  test("between ingest and detection finds the drift once after the next start", async () => {
    const { id } = await world.customer.api.upload<{ id: string }>("claims.csv", csv);
    await until(
      () => uploadOf(world, id),
      (seen) => ["completed", "partial"].includes(seen.status),
      120,
    );
    await world.product.kill();
    await world.start();
    await expectEverythingOnce(world, id);
  });

  test("during delivery sends each message under one id and mails once", async () => {
    const { id } = await world.customer.api.upload<{ id: string }>("claims.csv", csv);
    await until(
      async () => world.receiver.received.length,
      (count) => count > 0,
      120,
    );
    await world.product.kill();
    await world.start();
    await expectEverythingOnce(world, id);
  });
});
