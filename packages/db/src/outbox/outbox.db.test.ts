import { silentLogger, systemClock } from "@upstream/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import pg from "pg";
import type { CustomerCtx } from "../ctx.ts";
import { inCustomer } from "../customer-tx.ts";
import { asSystem } from "../system-tx.ts";
import { createCustomer } from "../testing/customer-factory.ts";
import { eventsOf } from "../testing/expect-audit.ts";
import { testDatabase } from "../testing/test-database.ts";
import type { TestDatabase } from "../testing/test-database.ts";
import { claimBatch } from "./claim-batch.ts";
import type { OutboxRow } from "./claim-batch.ts";
import { listenOutbox } from "./listen-outbox.ts";
import { recordEvent, recordEvents } from "./record-event.ts";
import { findOutboxEvent, relayOutbox } from "./relay-outbox.ts";

let database: TestDatabase;
let a: CustomerCtx;
let b: CustomerCtx;

beforeAll(async () => {
  database = await testDatabase();
  a = await createCustomer(database.db);
  b = await createCustomer(database.db);
});
afterAll(() => database.close());

const event = (number: number) => ({ name: "upload.received", data: { number } });
const record = (ctx: CustomerCtx, number: number) => inCustomer(ctx, (tx) => recordEvent(tx, ctx, event(number)));

async function relayAll(): Promise<OutboxRow[]> {
  const sent: OutboxRow[] = [];
  while ((await relayOutbox(database.db, 100, async (events) => void sent.push(...events))) > 0);
  return sent;
}

describe("the outbox", () => {
  it("keeps nothing of a transaction that rolls back", async () => {
    const work = inCustomer(a, async (tx) => {
      await recordEvent(tx, a, event(0));
      throw new Error("stop");
    });
    await expect(work).rejects.toThrow("stop");
    expect(await eventsOf(a)).toEqual([]);
  });

  it("sends each event once, in the order of recording, with its customer and request", async () => {
    await inCustomer(a, (tx) => recordEvents(tx, a, [event(1), event(2), event(3)]));
    await record(b, 4);
    await record(a, 5);
    const sent = await relayAll();
    expect(sent.map((row) => row.data["number"])).toEqual([1, 2, 3, 4, 5]);
    expect(sent[0]).toMatchObject({ customerId: a.customerId, name: "upload.received", requestId: a.requestId });
    expect(await relayAll()).toEqual([]);
  });

  it("sends a batch again when sending failed", async () => {
    await record(a, 6);
    const failing = relayOutbox(database.db, 10, () => Promise.reject(new Error("vendor is down")));
    await expect(failing).rejects.toThrow("vendor is down");
    expect((await relayAll()).map((row) => row.data["number"])).toEqual([6]);
  });

  it("lets two relays share the work without overtaking within a customer", async () => {
    for (let number = 0; number < 5; number++) {
      await record(a, number);
      await record(b, number);
    }
    const first = await asSystem("outbox-relay", database.db, async (tx) => {
      const held = await claimBatch(tx, 1);
      const second = await asSystem("outbox-relay", database.db, (other) => claimBatch(other, 100));
      return { held, second };
    });
    expect(first.held.map((row) => row.customerId)).toEqual([a.customerId]);
    expect(first.second).toEqual([]);
    expect(await relayAll()).toHaveLength(10);
  });

  it("says whose an event is by its id alone", async () => {
    const id = await record(b, 7);
    expect(await findOutboxEvent(database.db, id)).toMatchObject({ id, customerId: b.customerId, data: { number: 7 } });
    expect(await findOutboxEvent(database.db, a.requestId)).toBeUndefined();
    await relayAll();
  });
});

describe("listenOutbox", () => {
  it("wakes for new events, and again after its connection was lost", async () => {
    let wakes = 0;
    let awaited: { count: number; done: () => void } | undefined;
    const reaches = (count: number) => new Promise<void>((done) => (wakes >= count ? done() : (awaited = { count, done })));
    const listener = listenOutbox(database.db, { clock: systemClock, logger: silentLogger }, () => {
      wakes++;
      if (awaited !== undefined && wakes >= awaited.count) awaited.done();
    });
    await reaches(1);
    await record(a, 8);
    await reaches(2);
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'upstream-outbox' AND datname = current_database()",
    );
    await admin.end();
    await reaches(3);
    await listener.stop();
  });

  it("can be stopped before it is connected", async () => {
    await listenOutbox(database.db, { clock: systemClock, logger: silentLogger }, () => undefined).stop();
  });
});
