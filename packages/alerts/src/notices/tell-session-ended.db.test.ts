import { fixedClock, newId } from "@upstream/core";
import type { Id, UserId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { auditOf, createCustomer, createMember, eventsOf, testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { attemptDeliveries } from "../deliveries/attempt-deliveries.ts";
import { addressHash } from "../mail/mail-transport.ts";
import { createOutbound } from "../outbound.ts";
import type { Outbound } from "../outbound.ts";
import { startMailServer } from "../testing/mail-server.ts";
import type { MailServer } from "../testing/mail-server.ts";
import { tellSessionEnded } from "./tell-session-ended.ts";

let database: TestDatabase;
let server: MailServer;
let outbound: Outbound;
let ctx: CustomerCtx;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  ctx = await createCustomer(database.db, { clock: fixedClock("2026-05-20T18:00:00Z") });
  server = await startMailServer();
  outbound = createOutbound({ smtpUrl: server.url, mailFrom: "alerts@upstream.health", consoleUrl: "https://console.upstream.health" });
});
afterEach(async () => {
  outbound.close();
  await server.close();
});

const eventId = newId<Id<"event">>();
const userIdOf = ({ actor }: CustomerCtx): UserId => {
  if (actor.kind !== "user") throw new Error("expected a person");
  return actor.userId;
};

it("mails the person alone, once for each event, with a link to sign in and no id of the session or its tokens", async () => {
  await createMember(ctx, "admin");
  const userId = userIdOf(ctx);
  const address = `${userId}@example.com`;
  await tellSessionEnded(ctx, { eventId, userId });
  await tellSessionEnded(ctx, { eventId, userId });
  expect((await eventsOf(ctx)).map((event) => event.name)).toEqual(["delivery.due"]);
  expect((await auditOf(ctx)).filter((entry) => entry.action === "account.tell")).toMatchObject([{ entityId: userId }]);
  await attemptDeliveries(ctx, { targetKey: `mailbox:${addressHash(address)}` }, outbound);
  expect(server.mails).toHaveLength(1);
  const [mail] = server.mails;
  expect(mail).toMatchObject({ subject: "[Upstream] A session of your account was ended", messageId: expect.stringContaining(eventId) });
  expect(mail?.headers.get("to")).toMatchObject({ text: address });
  expect(mail?.text).toContain("https://console.upstream.health/login");
  expect(mail?.text).not.toMatch(/rt_|eyJ|[0-9a-f]{8}-[0-9a-f]{4}-/);
});

it("mails nobody who does not belong to the customer", async () => {
  const other = await createCustomer(database.db);
  await tellSessionEnded(ctx, { eventId, userId: userIdOf(other) });
  expect(await eventsOf(ctx)).toEqual([]);
});
