import { newId, silentLogger, systemClock } from "@upstream/core";
import type { DomainEvent, Id } from "@upstream/core";
import { inCustomer, recordEvent } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { createCustomer, testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { newJournal } from "./contract/world.ts";
import { createEmbedded, newKeys } from "./embedded/create-embedded.ts";
import type { EmbeddedExecutor } from "./embedded/create-embedded.ts";
import { startRelay } from "./relay-outbox.ts";
import type { Relay } from "./relay-outbox.ts";

const quiet = { info() {}, warn() {}, error() {}, debug() {} };

describe("the outbox relay", () => {
  let database: TestDatabase;
  const opened: Array<{ stop(): Promise<void> }> = [];
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.stop();
  });
  afterAll(() => database.close());

  const emit = (ctx: CustomerCtx, event: DomainEvent): Promise<string> => inCustomer(ctx, (tx) => recordEvent(tx, ctx, event));
  const deps = () => ({ db: database.db, clock: systemClock, logger: silentLogger });
  const keep = <T extends Relay | EmbeddedExecutor>(one: T): T => (opened.push(one), one);

  it("carries events in the order of their commits, once, with the customer's id beside their own", async () => {
    const ctx = await createCustomer(database.db);
    const sent: Array<{ id?: string; name: string; data?: unknown }> = [];
    const journal = newJournal();
    keep(
      startRelay(deps(), {
        send: async (events) => {
          for (const event of [events].flat()) {
            sent.push(event as (typeof sent)[number]);
            journal.write(event.name as string);
          }
          return { ids: [] };
        },
      }),
    );
    const ids: string[] = [];
    for (const number of [1, 2, 3]) ids.push(await emit(ctx, { name: "test.counted", data: { number } }));
    await journal.reaches(3);
    expect(sent).toEqual(
      ids.map((id, index) =>
        expect.objectContaining({ id, name: "test.counted", data: { number: index + 1, customerId: ctx.customerId } }),
      ),
    );
  });

  it("sends a batch again that the driver did not take", async () => {
    const ctx = await createCustomer(database.db);
    const journal = newJournal();
    keep(
      startRelay(deps(), {
        send: async () => {
          journal.write("tried");
          if (journal.entries.length === 1) throw new Error("down");
          return { ids: [] };
        },
      }),
    );
    await emit(ctx, { name: "test.retried", data: {} });
    await journal.reaches(2);
  });

  it("reaches a function's first step soon after the commit, without waiting for a poll", async () => {
    const ctx = await createCustomer(database.db);
    const keys = newKeys();
    const embedded = keep(createEmbedded({ jobsUrl: database.urlOf("app_jobs"), keys, logger: silentLogger, clock: systemClock }));
    const inngest = new Inngest({
      id: "quick",
      ...keys,
      baseUrl: embedded.client.baseUrl,
      fetch: embedded.client.fetch,
      isDev: false,
      checkpointing: false,
      logger: quiet,
    });
    const reached = new Map<string, () => void>();
    const fn = inngest.createFunction({ id: "quick", triggers: [{ event: "test.hurried" }] }, async ({ event, step }) =>
      step.run("first", () => reached.get(String(event.data["key"]))?.()),
    );
    await embedded.start(serve({ client: inngest, functions: [fn] }));
    keep(startRelay(deps(), inngest));
    const durations: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      const key = newId<Id<"test">>();
      const { promise, resolve } = Promise.withResolvers<void>();
      reached.set(key, resolve);
      await emit(ctx, { name: "test.hurried", data: { key } });
      const committed = performance.now();
      await promise;
      durations.push(performance.now() - committed);
    }
    expect(durations.sort((left, right) => left - right)[4]).toBeLessThan(250);
  });
});
