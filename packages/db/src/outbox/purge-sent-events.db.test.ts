import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CustomerCtx } from "../ctx.ts";
import { inCustomer } from "../customer-tx.ts";
import { once } from "../inbox.ts";
import { purgeEffects } from "../purge-effects.ts";
import { executeSql, querySql, sql } from "../run-sql.ts";
import { createCustomer } from "../testing/customer-factory.ts";
import { eventsOf } from "../testing/expect-audit.ts";
import { testDatabase } from "../testing/test-database.ts";
import type { TestDatabase } from "../testing/test-database.ts";
import { purgeSentEvents } from "./purge-sent-events.ts";

const before = new Date("2026-10-26T00:00:00Z");
const old = new Date("2026-10-25T00:00:00Z");
const recent = new Date("2026-10-27T00:00:00Z");

let database: TestDatabase;
let ctx: CustomerCtx;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  ctx = await createCustomer(database.db);
});
afterAll(() => database.close());

/** Events recorded long ago, numbered from 1, as they stand after the relay had them or not. */
async function addEvents(of: CustomerCtx, count: number, sentAt: Date | null, createdAt = old): Promise<void> {
  await inCustomer(of, (tx) =>
    executeSql(
      tx,
      sql`INSERT INTO outbox_events (customer_id, id, name, data, created_at, sent_at)
        SELECT ${of.customerId}::uuid, gen_random_uuid(), 'upload.received', jsonb_build_object('number', n), ${createdAt}::timestamptz, ${sentAt}::timestamptz
        FROM generate_series(1, ${count}::int) AS n`,
    ),
  );
}

async function noteEffect(key: string, at: Date): Promise<void> {
  await inCustomer(ctx, async (tx) => {
    await once(tx, "test", key, async () => "done");
    await executeSql(tx, sql`UPDATE effects SET created_at = ${at} WHERE customer_id = ${ctx.customerId}::uuid AND key = ${key}`);
  });
}

async function effectsOf(): Promise<string[]> {
  const rows = await inCustomer(ctx, (tx) => querySql<{ key: string }>(tx, sql`SELECT key FROM effects ORDER BY key`));
  return rows.map(({ key }) => key);
}

async function planOf(statement: ReturnType<typeof sql>): Promise<string> {
  const lines = await inCustomer(ctx, async (tx) => {
    await executeSql(tx, sql`SET LOCAL enable_seqscan = off`);
    return querySql<{ "QUERY PLAN": string }>(tx, sql`EXPLAIN ${statement}`);
  });
  return lines.map((line) => line["QUERY PLAN"]).join("\n");
}

describe("purgeSentEvents", () => {
  it("removes what was sent long ago, in more than one batch, and neither what waits nor what was sent lately", async () => {
    await addEvents(ctx, 4_001, old);
    await addEvents(ctx, 2, null);
    await addEvents(ctx, 1, recent);
    expect(await purgeSentEvents(ctx, before)).toBe(4_001);
    expect((await eventsOf(ctx)).map((event) => event.data["number"])).toEqual([1, 2, 1]);
  });

  it("removes nothing of another customer", async () => {
    const other = await createCustomer(database.db);
    await addEvents(other, 1, old);
    expect(await purgeSentEvents(ctx, before)).toBe(0);
    expect(await eventsOf(other)).toHaveLength(1);
  });

  it("finds its rows by an index of their age", async () => {
    const found = sql`SELECT id FROM outbox_events WHERE customer_id = ${ctx.customerId}::uuid AND sent_at < ${before} ORDER BY sent_at LIMIT 10`;
    expect(await planOf(found)).toContain("outbox_events_sent");
  });
});

describe("purgeEffects", () => {
  it("forgets what was noted long ago once no event is left that it may answer", async () => {
    await noteEffect("old", old);
    await noteEffect("recent", recent);
    expect(await purgeEffects(ctx, before)).toBe(1);
    expect(await effectsOf()).toEqual(["recent"]);
  });

  it("keeps a note made since the oldest event that is left, sent or not", async () => {
    await noteEffect("earlier", new Date("2026-09-01T00:00:00Z"));
    await noteEffect("since", old);
    await addEvents(ctx, 1, null, new Date("2026-10-01T00:00:00Z"));
    expect(await purgeEffects(ctx, before)).toBe(1);
    expect(await effectsOf()).toEqual(["since"]);
  });

  it("finds its rows by an index of their age", async () => {
    const found = sql`SELECT key FROM effects WHERE customer_id = ${ctx.customerId}::uuid AND created_at < ${before} ORDER BY created_at LIMIT 10`;
    expect(await planOf(found)).toContain("effects_by_age");
  });
});
