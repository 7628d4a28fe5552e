import { fixedClock } from "@upstream/core";
import type { AdjustableClock } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { createCustomer, testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { createChannelInput } from "../channels/channel-schemas.ts";
import { createChannel } from "../channels/create-channel.ts";
import { sendTest } from "../channels/send-test.ts";
import { addressHash } from "../mail/mail-transport.ts";
import { createOutbound } from "../outbound.ts";
import type { Outbound } from "../outbound.ts";
import { evaluateFindings, findingOf } from "../testing/findings.ts";
import { startMailServer } from "../testing/mail-server.ts";
import type { MailServer } from "../testing/mail-server.ts";
import { attemptDeliveries } from "./attempt-deliveries.ts";
import { claimDueDeliveries } from "./claim-due-deliveries.ts";
import { getDelivery } from "./get-delivery.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { markAttempting } from "./mark-attempting.ts";

let database: TestDatabase;
let server: MailServer;
let outbound: Outbound;
let ctx: CustomerCtx;
let clock: AdjustableClock;
let channelId: Awaited<ReturnType<typeof createChannel>>["id"];
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = fixedClock("2026-05-20T18:00:00Z");
  ctx = await createCustomer(database.db, { clock });
  server = await startMailServer();
  outbound = createOutbound({
    smtpUrl: server.url,
    mailFrom: "Upstream <alerts@upstream.health>",
    consoleUrl: "https://console.upstream.health",
  });
  channelId = (
    await createChannel(
      ctx,
      createChannelInput.parse({ kind: "email", name: "Billing", config: { recipients: ["a@example.com", "b@example.com"] } }),
      outbound,
    )
  ).id;
});
afterEach(async () => {
  outbound.close();
  await server.close();
});

const mailbox = (address: string) => `mailbox:${addressHash(address)}`;
const send = (address = "a@example.com") => attemptDeliveries(ctx, { targetKey: mailbox(address) }, outbound);
const log = async () => (await listDeliveries(ctx, { limit: 50, sort: "-createdAt" })).items;
const to = async (address: string) => {
  const found = (await log()).find((delivery) => delivery.recipient === address);
  if (!found) throw new Error("no delivery");
  return found;
};

it("mails the evidence with a link, as text and HTML, one mail a recipient", async () => {
  await evaluateFindings(ctx, [findingOf()]);
  await send();
  await send("b@example.com");
  expect(server.mails).toHaveLength(2);
  const [mail] = server.mails;
  expect(mail?.subject).toBe("[Upstream] High: Aster Health Plan, Imaging");
  for (const content of [mail?.text ?? "", String(mail?.html)]) {
    for (const part of [
      "denied 18.6% of Imaging claims",
      "About $15,500 a month is at stake.",
      "80 of 431",
      "73721",
      "Read the denied claims",
    ])
      expect(content).toContain(part);
    expect(content).toMatch(/https:\/\/console\.upstream\.health\/[^/]+\/alerts\/[0-9a-f-]{36}/);
  }
  expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}\.[0-9a-f]{16}@upstream\.health>$/);
  expect(new Set(server.mails.map((sent) => sent.messageId)).size).toBe(2);
});

it("sends nothing twice: not on a second call, not when the other recipient fails", async () => {
  await evaluateFindings(ctx, [findingOf()]);
  await send();
  server.refuseWith(451);
  await send("b@example.com");
  await send();
  expect(server.mails).toHaveLength(1);
  expect(await to("a@example.com")).toMatchObject({ state: "delivered", attempt: 1 });
  expect(await to("b@example.com")).toMatchObject({ state: "pending", attempt: 1, lastStatus: 451 });
  server.refuseWith(undefined);
  clock.advance(10_000);
  await send("b@example.com");
  expect(server.mails).toHaveLength(2);
});

it("gives up at once on an address that the server refuses for good", async () => {
  await evaluateFindings(ctx, [findingOf()]);
  server.refuseWith(550);
  await send();
  expect(await to("a@example.com")).toMatchObject({ state: "failed", lastStatus: 550 });
});

it("tells of everything under way when the data began in one mail", async () => {
  await evaluateFindings(
    ctx,
    ["A", "B", "C", "D", "E"].map((payer) => findingOf({ payer, isHistoric: true })),
  );
  await send();
  expect(server.mails).toHaveLength(1);
  expect(server.mails[0]?.subject).toBe("[Upstream] 5 changes were under way when your data began");
});

it("sends the same Message-ID again when a worker died before it knew the outcome, and logs that it did not know", async () => {
  await evaluateFindings(ctx, [findingOf()]);
  const claimed = await claimDueDeliveries(ctx, mailbox("a@example.com"));
  await markAttempting(ctx, claimed);
  expect(await send()).toMatchObject({ delivered: 0 });
  clock.advance(180_000);
  expect(await send()).toMatchObject({ delivered: 1 });
  const detail = await getDelivery(ctx, { deliveryId: (await to("a@example.com")).id });
  expect(detail.attempts.map((attempt) => attempt.outcome)).toEqual(["unknown", "delivered"]);
  expect(server.mails).toHaveLength(1);
});

it("bundles the alerts beyond ten in an hour into one mail", async () => {
  await evaluateFindings(
    ctx,
    Array.from({ length: 14 }, (_, index) => findingOf({ payer: `Payer ${index}` })),
  );
  expect(await send()).toMatchObject({ delivered: 14 });
  expect(server.mails).toHaveLength(11);
  expect(server.mails.at(-1)?.subject).toBe("[Upstream] 4 more alerts");
});

it("keeps line breaks out of headers and markup out of the page", async () => {
  await evaluateFindings(ctx, [findingOf({ payer: "Evil\r\nBcc: x@example.com", sentence: "<script>alert(1)</script> moved" })]);
  await send();
  const [mail] = server.mails;
  expect(mail?.bcc).toBeUndefined();
  expect(mail?.subject).toContain("Evil Bcc: x@example.com");
  expect(String(mail?.html)).not.toContain("<script>");
});

it("sends a test message to each recipient and logs it", async () => {
  const result = await sendTest(ctx, { channelId }, outbound);
  expect(result).toEqual({
    ok: true,
    results: ["a@example.com", "b@example.com"].map((recipient) => ({ recipient, ok: true, status: 250, error: null })),
  });
  expect((await log()).map((delivery) => [delivery.subject, delivery.state])).toEqual([
    ["test", "delivered"],
    ["test", "delivered"],
  ]);
});

it("lets mails wait while there is no mail server", async () => {
  const without = createOutbound({ mailFrom: "a@upstream.health", consoleUrl: "https://console.upstream.health" });
  await evaluateFindings(ctx, [findingOf()]);
  await attemptDeliveries(ctx, { targetKey: mailbox("a@example.com") }, without);
  expect(await to("a@example.com")).toMatchObject({ state: "pending", lastError: "no-mail-server" });
});
