import { fixedClock, newId, systemClock } from "@upstream/core";
import type { AdjustableClock, Id } from "@upstream/core";
import { executeSql, inCustomer, sql, type CustomerCtx } from "@upstream/db";
import { createCustomer, eventsOf, expectAudit, testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { createOutbound } from "../outbound.ts";
import type { Outbound } from "../outbound.ts";
import { evaluateFindings, findingOf } from "../testing/findings.ts";
import { startReceiver } from "../testing/receiver.ts";
import type { Receiver } from "../testing/receiver.ts";
import { createEndpoint } from "../webhooks/create-endpoint.ts";
import { deleteEndpoint } from "../webhooks/delete-endpoint.ts";
import { createEndpointInput } from "../webhooks/endpoint-schemas.ts";
import type { EndpointWithSecret } from "../webhooks/endpoint-schemas.ts";
import { getEndpoint } from "../webhooks/get-endpoint.ts";
import { pauseEndpoint } from "../webhooks/pause-endpoint.ts";
import { planEventDeliveries } from "../webhooks/plan-event-deliveries.ts";
import { resumeEndpoint } from "../webhooks/resume-endpoint.ts";
import { rotateSecret } from "../webhooks/rotate-secret.ts";
import { sendEndpointTest } from "../webhooks/send-endpoint-test.ts";
import { attemptDeliveries } from "./attempt-deliveries.ts";
import { claimDueDeliveries } from "./claim-due-deliveries.ts";
import { findDueTargets } from "./find-due-targets.ts";
import { getDelivery } from "./get-delivery.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { replayDelivery } from "./replay-delivery.ts";
import { replayEndpoint } from "./replay-endpoint.ts";

let database: TestDatabase;
let receiver: Receiver;
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
  outbound = createOutbound({
    mailFrom: "Upstream <alerts@upstream.health>",
    outboundAllow: "127.0.0.1",
    consoleUrl: "http://console.upstream.health/",
  });
  endpoint = await createEndpoint(
    ctx,
    createEndpointInput.parse({ url: `${receiver.url}/hook`, events: ["alert.raised"], headers: { "x-team": "billing" } }),
    outbound,
  );
});
afterEach(async () => {
  outbound.close();
  await receiver.close();
});

const minute = 60_000;
const anyId = () => newId<Id<"any">>();
const log = async () => (await listDeliveries(ctx, { limit: 50, sort: "-createdAt" })).items;
const attempt = () => attemptDeliveries(ctx, { targetKey: `endpoint:${endpoint.id}` }, outbound);
const plan = (alertId: string = anyId(), eventId: string = anyId()) =>
  planEventDeliveries(ctx, { eventId, name: "alert.raised", data: { alertId }, counts: { claims: 80 } }, outbound);
const only = async () => {
  const [delivery] = await log();
  if (!delivery) throw new Error("no delivery");
  return delivery;
};

it("delivers an event signed after the standard, thin and with a link", async () => {
  const alertId = anyId();
  await plan(alertId);
  expect(await attempt()).toMatchObject({ delivered: 1, failed: 0, isMore: false });
  const [request] = receiver.received;
  const body = new Webhook(endpoint.secret).verify(request?.body ?? "", request?.headers as Record<string, string>);
  expect(body).toMatchObject({
    type: "alert.raised",
    data: { id: alertId, version: 1, counts: { claims: 80 }, url: expect.stringContaining(`/alerts/${alertId}`) },
  });
  expect(request?.headers["webhook-id"]).toMatch(/^msg_[0-9a-f]{32}$/);
  expect(request?.headers["x-team"]).toBe("billing");
  const detail = await getDelivery(ctx, { deliveryId: (await only()).id });
  expect(detail).toMatchObject({
    state: "delivered",
    lastStatus: 200,
    body: request?.body,
    attempts: [{ attempt: 1, outcome: "delivered", status: 200, response: "ok" }],
  });
  await expectAudit(ctx, { action: "delivery.attempt" });
});

it("plans an event once and numbers what happens to the same thing", async () => {
  const alertId = anyId();
  const eventId = anyId();
  expect(await plan(alertId, eventId)).toEqual({ deliveries: 1 });
  expect(await plan(alertId, eventId)).toEqual({ deliveries: 0 });
  await plan(alertId);
  await attempt();
  expect(receiver.received.map((request) => JSON.parse(request.body).data.version)).toEqual([1, 2]);
});

it("tells an endpoint once of everything that was under way when the data began, with its number", async () => {
  await evaluateFindings(
    ctx,
    ["A", "B", "C", "D", "E"].map((payer) => findingOf({ payer, isHistoric: true })),
  );
  const raised = (await eventsOf(ctx)).filter((event) => event.name === "alert.raised");
  for (const { id, name, data } of raised) await planEventDeliveries(ctx, { eventId: id, name, data }, outbound);
  await attempt();
  expect(receiver.received.map((request) => JSON.parse(request.body).data.counts)).toEqual([{ alerts: 5, claims: 431 }]);
});

it("does not send what nobody subscribed to", async () => {
  expect(await planEventDeliveries(ctx, { eventId: anyId(), name: "upload.failed", data: { uploadId: anyId() } }, outbound)).toEqual({
    deliveries: 0,
  });
  expect(await planEventDeliveries(ctx, { eventId: anyId(), name: "delivery.due", data: {} }, outbound)).toEqual({ deliveries: 0 });
});

it("tries again by the schedule under the same id and with a fresh signature", async () => {
  receiver.answer((_request, response) => response.writeHead(500).end("broken"));
  await plan();
  const first = await attempt();
  expect(first.failed).toBe(1);
  expect(await only()).toMatchObject({ state: "pending", attempt: 1, lastStatus: 500, lastError: "status-500" });
  expect(await attempt()).toMatchObject({ delivered: 0, failed: 0 });
  clock.set(first.nextDueAt ?? "");
  receiver.answer((_request, response) => response.end());
  await attempt();
  const [one, two] = receiver.received;
  expect(two?.headers["webhook-id"]).toBe(one?.headers["webhook-id"]);
  expect(two?.body).toBe(one?.body);
  expect(two?.headers["webhook-timestamp"]).not.toBe(one?.headers["webhook-timestamp"]);
  const detail = await getDelivery(ctx, { deliveryId: (await only()).id });
  expect(detail.attempts.map((made) => made.outcome)).toEqual(["failed", "delivered"]);
});

it("gives a delivery up after ten attempts and lets a person replay it under its id, not for ever", async () => {
  receiver.answer((_request, response) => response.writeHead(400).end());
  await plan();
  for (let tries = 0; tries < 10; tries++) {
    const { nextDueAt } = await attempt();
    if (nextDueAt !== null) clock.set(nextDueAt);
  }
  const dead = await only();
  expect(dead).toMatchObject({ state: "failed", attempt: 10, nextAttemptAt: null });
  receiver.answer((_request, response) => response.end());
  expect(await replayDelivery(ctx, { deliveryId: dead.id })).toMatchObject({ state: "pending" });
  await attempt();
  expect(await only()).toMatchObject({ state: "delivered", attempt: 11 });
  expect(new Set(receiver.received.map((request) => request.headers["webhook-id"])).size).toBe(1);
  await inCustomer(ctx, (tx) => executeSql(tx, sql`UPDATE deliveries SET attempt = 991 WHERE id = ${dead.id}::uuid`));
  await expect(replayDelivery(ctx, { deliveryId: dead.id })).rejects.toMatchObject({ detail: { reason: "replayed-often" } });
  expect(await replayEndpoint(ctx, { endpointId: endpoint.id, since: dead.createdAt, includeDelivered: true })).toEqual({ replayed: 0 });
});

it("switches the endpoint off on 410, keeps what waits, mails the owner, and sends all when it is resumed", async () => {
  receiver.answer((_request, response) => response.writeHead(410).end());
  await plan();
  await attempt();
  expect(await getEndpoint(ctx, { endpointId: endpoint.id })).toMatchObject({ state: "disabled", disabledReason: "gone" });
  await plan();
  const waiting = (await log()).filter((delivery) => delivery.subject === "event");
  expect(waiting.map((delivery) => delivery.state)).toEqual(["held", "held"]);
  expect((await log()).filter((delivery) => delivery.subject === "notice")).toHaveLength(1);
  expect(await attempt()).toMatchObject({ delivered: 0, failed: 0 });
  receiver.answer((_request, response) => response.end());
  await resumeEndpoint(ctx, { endpointId: endpoint.id });
  expect(await attempt()).toMatchObject({ delivered: 2 });
});

it("switches the endpoint off after five days of failures", async () => {
  receiver.answer((_request, response) => response.writeHead(500).end());
  for (let day = 0; day <= 5; day++) {
    await plan();
    await attempt();
    clock.advance(24 * 60 * minute);
  }
  expect(await getEndpoint(ctx, { endpointId: endpoint.id })).toMatchObject({ state: "disabled", disabledReason: "failing" });
});

it("lets one probe through a minute while the breaker is open", async () => {
  receiver.answer((_request, response) => response.writeHead(500).end());
  for (let index = 0; index < 25; index++) await plan();
  await attempt();
  expect(receiver.received).toHaveLength(25);
  clock.advance(50_000);
  await attempt();
  expect(receiver.received).toHaveLength(25);
  clock.advance(11_000);
  await attempt();
  expect(receiver.received).toHaveLength(26);
});

it("holds what comes while paused and sends it when resumed", async () => {
  await plan();
  await pauseEndpoint(ctx, { endpointId: endpoint.id });
  await plan();
  expect(await attempt()).toMatchObject({ delivered: 0 });
  await resumeEndpoint(ctx, { endpointId: endpoint.id });
  expect(await attempt()).toMatchObject({ delivered: 2 });
});

it("signs with both secrets while a rotation overlaps and with the new one alone after", async () => {
  const { secret } = await rotateSecret(ctx, { endpointId: endpoint.id, overlapHours: 1 });
  await plan();
  await attempt();
  const [request] = receiver.received;
  for (const known of [secret, endpoint.secret]) new Webhook(known).verify(request?.body ?? "", request?.headers as Record<string, string>);
  clock.advance(61 * minute);
  await plan();
  await attempt();
  expect(receiver.received[1]?.headers["webhook-signature"]?.toString().split(" ")).toHaveLength(1);
});

it("loses nothing when a worker dies after its claim: the lease runs out and the same message goes again", async () => {
  await plan();
  expect(await claimDueDeliveries(ctx, `endpoint:${endpoint.id}`)).toHaveLength(1);
  expect(await attempt()).toMatchObject({ delivered: 0 });
  expect((await findDueTargets(database.db, clock.now())).filter((target) => target.customerId === ctx.customerId)).toEqual([]);
  clock.advance(3 * minute);
  expect(await findDueTargets(database.db, clock.now())).toContainEqual({
    customerId: ctx.customerId,
    targetKey: `endpoint:${endpoint.id}`,
  });
  expect(await attempt()).toMatchObject({ delivered: 1 });
  const detail = await getDelivery(ctx, { deliveryId: (await only()).id });
  expect(detail.attempts.map((made) => made.outcome)).toEqual(["unknown", "delivered"]);
});

it("claims each delivery for one of two workers only", async () => {
  for (let index = 0; index < 30; index++) await plan();
  const [one, two] = await Promise.all([
    claimDueDeliveries(ctx, `endpoint:${endpoint.id}`),
    claimDueDeliveries(ctx, `endpoint:${endpoint.id}`),
  ]);
  const ids = [...one, ...two].map((delivery) => delivery.id);
  expect(new Set(ids).size).toBe(30);
  expect(ids).toHaveLength(30);
});

it("records every result of a slow receiver, also of those that end while others are recorded", async () => {
  receiver.answer((_request, response) => setTimeout(() => response.end(), 15));
  for (let index = 0; index < 60; index++) await plan();
  expect(await attempt()).toMatchObject({ delivered: 60, failed: 0 });
  expect((await listDeliveries(ctx, { limit: 100, sort: "-createdAt", state: ["delivered"] })).items).toHaveLength(60);
});

it("replays a span of time, failed ones alone or everything", async () => {
  await plan();
  await attempt();
  const since = new Date(clock.now().getTime() - minute).toISOString();
  expect(await replayEndpoint(ctx, { endpointId: endpoint.id, since, includeDelivered: false })).toEqual({ replayed: 0 });
  expect(await replayEndpoint(ctx, { endpointId: endpoint.id, since, includeDelivered: true })).toEqual({ replayed: 1 });
  expect(await attempt()).toMatchObject({ delivered: 1 });
});

it("sends a test the way every event goes", async () => {
  const { eventId } = await sendEndpointTest(ctx, { endpointId: endpoint.id });
  const event = (await eventsOf(ctx)).find((recorded) => recorded.id === eventId);
  await planEventDeliveries(ctx, { eventId, name: event?.name ?? "", data: event?.data ?? {} }, outbound);
  await attempt();
  expect(JSON.parse(receiver.received[0]?.body ?? "{}").type).toBe("webhook.test");
});

it("cancels what waits when the endpoint is deleted and cannot replay it", async () => {
  await plan();
  await deleteEndpoint(ctx, { endpointId: endpoint.id });
  expect(await only()).toMatchObject({ state: "cancelled" });
  await expect(replayDelivery(ctx, { deliveryId: (await only()).id })).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(getEndpoint(ctx, { endpointId: endpoint.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("refuses an address on the own machine unless it is allowed", async () => {
  const strict = createOutbound({ mailFrom: "a@upstream.health", consoleUrl: "http://console.upstream.health" });
  const input = createEndpointInput.parse({ url: receiver.url, events: ["alert.raised"] });
  await expect(createEndpoint(ctx, input, strict)).rejects.toMatchObject({ code: "INVALID", detail: { reason: "address-refused" } });
});

it("attempts a hundred deliveries with four statements and shows another customer nothing", async () => {
  for (let index = 0; index < 99; index++) await plan();
  const { result, statements } = await database.countStatements(attempt);
  expect(result.delivered).toBe(99);
  const batches = statements.filter((text) => text.includes("WITH step AS")).length;
  expect(statements).toHaveLength(1 + 3 * batches);
  const stranger = await createCustomer(database.db, { clock });
  expect((await listDeliveries(stranger, { limit: 50, sort: "-createdAt" })).items).toEqual([]);
  await expect(getDelivery(stranger, { deliveryId: (await only()).id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(rotateSecret(stranger, { endpointId: endpoint.id, overlapHours: 24 })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
