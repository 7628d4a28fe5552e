import { fixedClock, newId, systemClock } from "@upstream/core";
import type { AdjustableClock, DeliveryId, Id } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { createCustomer, createMember, eventsOf, expectAudit, testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { attemptDeliveries } from "../deliveries/attempt-deliveries.ts";
import { announceDueTargets } from "../deliveries/find-due-targets.ts";
import { listDeliveries } from "../deliveries/list-deliveries.ts";
import { listDeliveriesInput } from "../deliveries/delivery-schemas.ts";
import { replayDelivery } from "../deliveries/replay-delivery.ts";
import { replayEndpoint } from "../deliveries/replay-endpoint.ts";
import { createOutbound } from "../outbound.ts";
import type { Outbound } from "../outbound.ts";
import { startMailServer } from "../testing/mail-server.ts";
import type { MailServer } from "../testing/mail-server.ts";
import { startReceiver } from "../testing/receiver.ts";
import type { Receiver } from "../testing/receiver.ts";
import { createEndpoint } from "./create-endpoint.ts";
import { createEndpointInput } from "./endpoint-schemas.ts";
import type { EndpointWithSecret } from "./endpoint-schemas.ts";
import { listEndpoints } from "./list-endpoints.ts";
import { pauseEndpoint } from "./pause-endpoint.ts";
import { planEventDeliveries } from "./plan-event-deliveries.ts";
import { sendEndpointTest } from "./send-endpoint-test.ts";
import { newSecret } from "./signature.ts";
import { updateEndpoint } from "./update-endpoint.ts";

let database: TestDatabase;
let receiver: Receiver;
let mail: MailServer;
let outbound: Outbound;
let ctx: CustomerCtx;
let clock: AdjustableClock;
let endpoint: EndpointWithSecret;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = fixedClock(systemClock.now().toISOString());
  ctx = await createCustomer(database.db, { clock });
  receiver = await startReceiver();
  mail = await startMailServer();
  outbound = createOutbound({
    smtpUrl: mail.url,
    mailFrom: "alerts@upstream.health",
    outboundAllow: "127.0.0.1",
    consoleUrl: "https://console.upstream.health",
  });
  endpoint = await createEndpoint(
    ctx,
    createEndpointInput.parse({ url: receiver.url, events: ["upload.processed", "drift.detected"] }),
    outbound,
  );
});
afterEach(async () => {
  outbound.close();
  await receiver.close();
  await mail.close();
});

const anyId = () => newId<Id<"any">>();
const plan = () =>
  planEventDeliveries(ctx, { eventId: anyId(), name: "upload.processed", data: { uploadId: anyId() }, occurredAt: clock.now() }, outbound);
const attempt = (targetKey = `endpoint:${endpoint.id}`) => attemptDeliveries(ctx, { targetKey }, outbound);
const log = async (input: Record<string, unknown> = {}) => (await listDeliveries(ctx, listDeliveriesInput.parse(input))).items;

it("lists endpoints newest first and shows no secret and no header value after creation", async () => {
  const own = newSecret();
  const input = createEndpointInput.parse({
    url: `${receiver.url}/two`,
    events: ["alert.raised", "alert.raised"],
    headers: { "x-key": "hidden value" },
    secret: own,
  });
  clock.advance(1_000);
  expect((await createEndpoint(ctx, input, outbound)).secret).toBe(own);
  const { items } = await listEndpoints(ctx, { limit: 50 });
  expect(items.map((known) => known.url)).toEqual([`${receiver.url}/two`, receiver.url]);
  expect(items[0]).toMatchObject({ events: ["alert.raised"], headerNames: ["x-key"] });
  const audit = await expectAudit(ctx, { action: "endpoint.create" });
  expect(JSON.stringify([items, audit])).not.toMatch(/whsec_|hidden value/);
});

it.each([
  ["a weak secret", { secret: "whsec_c2hvcnQ=" }],
  ["an address that must not be called", { url: "https://169.254.169.254/" }],
])("refuses %s", async (_name, changes) => {
  const input = createEndpointInput.parse({ url: receiver.url, events: ["alert.raised"], ...changes });
  await expect(createEndpoint(ctx, input, outbound)).rejects.toMatchObject({ code: "INVALID" });
});

it.each([{ headers: { authorization: "x" } }, { headers: { "x-a": "line\nbreak" } }, { events: [] }, { events: ["nothing.known"] }])(
  "refuses the input %j",
  (changes) => {
    expect(createEndpointInput.safeParse({ url: receiver.url, events: ["alert.raised"], ...changes }).success).toBe(false);
  },
);

it("changes address, events, headers and description with audit", async () => {
  const changed = await updateEndpoint(
    ctx,
    { endpointId: endpoint.id, url: `${receiver.url}/new`, events: ["drift.detected"], headers: { "x-a": "b" }, description: "Ours" },
    outbound,
  );
  expect(changed).toMatchObject({ url: `${receiver.url}/new`, events: ["drift.detected"], headerNames: ["x-a"], description: "Ours" });
  await expect(updateEndpoint(ctx, { endpointId: endpoint.id, url: "http://10.0.0.1/" }, outbound)).rejects.toMatchObject({
    code: "INVALID",
  });
  await expectAudit(ctx, { action: "endpoint.update", entityId: endpoint.id });
  expect(await plan()).toEqual({ deliveries: 0 });
});

it("plans nothing for an event without the id it is about", async () => {
  expect(await planEventDeliveries(ctx, { eventId: anyId(), name: "upload.processed", data: {} }, outbound)).toEqual({ deliveries: 0 });
});

it("refuses to test or replay to what is paused, and holds a replayed delivery for it", async () => {
  await plan();
  await attempt();
  await pauseEndpoint(ctx, { endpointId: endpoint.id });
  await expect(sendEndpointTest(ctx, { endpointId: endpoint.id })).rejects.toMatchObject({
    code: "CONFLICT",
    detail: { reason: "paused" },
  });
  const [delivery] = await log({ endpointId: endpoint.id, event: "upload.processed" });
  expect(await replayDelivery(ctx, { deliveryId: delivery?.id ?? newId<DeliveryId>() })).toMatchObject({ state: "held" });
  await expect(replayDelivery(ctx, { deliveryId: newId<DeliveryId>() })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("replays only the span of time it is asked for", async () => {
  await plan();
  await attempt();
  const until = clock.now().toISOString();
  clock.advance(60_000);
  await plan();
  await attempt();
  expect(await replayEndpoint(ctx, { endpointId: endpoint.id, since: until, until, includeDelivered: true })).toEqual({ replayed: 1 });
});

it("mails the owners when it switches an endpoint off, and does not pause what is off", async () => {
  receiver.answer((_request, response) => response.writeHead(410).end());
  await plan();
  await attempt();
  const [notice] = (await log()).filter((delivery) => delivery.subject === "notice");
  const target = (await eventsOf(ctx)).filter((event) => event.name === "delivery.due").at(-1)?.data["targetKey"];
  await attempt(String(target));
  expect(mail.mails[0]).toMatchObject({ subject: "[Upstream] A webhook endpoint was switched off" });
  expect(mail.mails[0]?.text).toContain("answered 410 Gone and was switched off.");
  expect(notice?.recipient).toMatch(/@example\.com$/);
  await expect(pauseEndpoint(ctx, { endpointId: endpoint.id })).rejects.toMatchObject({ code: "CONFLICT", detail: { reason: "disabled" } });
});

it("logs a receiver that is not there and waits for it", async () => {
  await receiver.close();
  await plan();
  expect(await attempt()).toMatchObject({ failed: 1 });
  expect((await log())[0]).toMatchObject({ state: "pending", lastStatus: null, lastError: "econnrefused" });
  receiver = await startReceiver();
});

it("says again what is due, for the sweep", async () => {
  await announceDueTargets(ctx, [`endpoint:${endpoint.id}`]);
  expect((await eventsOf(ctx)).at(-1)).toMatchObject({ name: "delivery.due", data: { targetKey: `endpoint:${endpoint.id}` } });
});

it("keeps endpoints from analysts", async () => {
  const analyst = await createMember(ctx, "analyst");
  await expect(pauseEndpoint(analyst, { endpointId: endpoint.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await listEndpoints(analyst, { limit: 50 })).items).toHaveLength(1);
});
