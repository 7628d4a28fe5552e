import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bulkInCustomer } from "../bulk-tx.ts";
import type { CustomerCtx } from "../ctx.ts";
import { inCustomer } from "../customer-tx.ts";
import { executeSql, querySql, sql } from "../run-sql.ts";
import type { Sql } from "../run-sql.ts";
import { asSystem } from "../system-tx.ts";
import { actingAs, createCustomer } from "../testing/customer-factory.ts";
import { auditOf, expectAudit } from "../testing/expect-audit.ts";
import { testDatabase } from "../testing/test-database.ts";
import type { TestDatabase } from "../testing/test-database.ts";
import { emitAudit } from "./emit-audit.ts";

let database: TestDatabase;
let a: CustomerCtx;
let b: CustomerCtx;
let admin: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  a = await createCustomer(database.db);
  b = await createCustomer(database.db);
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.close();
});

const entry = (word: string) => ({ action: "test.note", entity: "test", payload: { word } });
const emit = (ctx: CustomerCtx, word: string) => inCustomer(ctx, (tx) => emitAudit(tx, ctx, entry(word)));
const asApp = (statement: Sql) => inCustomer(a, (tx) => executeSql(tx, statement));

describe("emitAudit", () => {
  it("notes actor, request and customer of the transaction, in both kinds of transaction", async () => {
    const workflow = actingAs(a, { kind: "workflow", name: "process-upload" });
    await emit(a, "one");
    await bulkInCustomer(workflow, (client) => emitAudit(client, workflow, entry("two")));
    await asSystem("sign-in", database.db, (tx) => emitAudit(tx, a, entry("three")), { customerId: a.customerId, requestId: "r" });
    const rows = await auditOf(a);
    expect(rows.map((row) => row.actor)).toEqual([expect.stringMatching(/^user:/), "workflow:process-upload", "system:sign-in"]);
    expect(rows.map((row) => row.requestId)).toEqual([a.requestId, a.requestId, "r"]);
    expect(await auditOf(b)).toEqual([]);
  });

  it("keeps what changed and hides bytes", async () => {
    const before = { id: "1", name: "old", secretHash: Buffer.from("s1"), count: 1n, same: 1 };
    const after = { id: "1", name: "new", secretHash: Buffer.from("s2"), count: 2n, same: 1 };
    await inCustomer(a, (tx) => emitAudit(tx, a, { action: "test.change", entity: "test", entityId: "1", before, after }));
    const { payload } = await expectAudit(a, { action: "test.change", entityId: "1" });
    expect(payload).toEqual({
      changes: {
        name: { from: "old", to: "new" },
        count: { from: 1, to: 2 },
        secretHash: { from: expect.stringMatching(/^hmac:[0-9a-f]{16}$/), to: expect.stringMatching(/^hmac:[0-9a-f]{16}$/) },
      },
    });
  });

  it("names only the fields when their values are too long to keep", async () => {
    await inCustomer(a, (tx) => emitAudit(tx, a, { action: "test.long", entity: "test", after: { text: "x".repeat(20_000) } }));
    expect((await expectAudit(a, { action: "test.long" })).payload).toEqual({ changed: ["text"] });
  });

  it("leaves nothing of a transaction that rolls back", async () => {
    const count = (await auditOf(a)).length;
    const work = inCustomer(a, async (tx) => {
      await emitAudit(tx, a, entry("never"));
      throw new Error("stop");
    });
    await expect(work).rejects.toThrow("stop");
    expect(await auditOf(a)).toHaveLength(count);
  });
});

describe("the audit chain", () => {
  it("refuses to be changed, deleted or truncated, by the application and by the owner of the data", async () => {
    const attempts = [
      sql`UPDATE audit.event SET action = 'x.y'`,
      sql`DELETE FROM audit.event`,
      sql`TRUNCATE audit.event`,
      sql`UPDATE audit.chain SET seq = seq + 1`,
      sql`DELETE FROM audit.chain`,
      sql`UPDATE audit.head SET seq = 0`,
      sql`INSERT INTO audit.chain VALUES (${a.customerId}::uuid, 99, gen_random_uuid(), ''::bytea, ''::bytea)`,
    ];
    for (const attempt of attempts) await expect(asApp(attempt)).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const statement of ["UPDATE audit.event SET action = 'x.y'", "DELETE FROM audit.chain", "TRUNCATE audit.event CASCADE"]) {
      await expect(admin.query(statement)).rejects.toThrow("append-only");
    }
  });

  it("refuses a forged actor, customer, request or time", async () => {
    for (const column of ["actor", "customer_id", "request_id", "at", "id"]) {
      const { rows } = await admin.query<{ may: boolean }>("SELECT has_column_privilege('app_user', 'audit.event', $1, 'INSERT') AS may", [
        column,
      ]);
      expect(rows).toEqual([{ may: false }]);
    }
    const forged = sql`INSERT INTO audit.event (action, entity, payload, actor) VALUES ('test.forge', 'test', '{}', 'user:somebody-else')`;
    await expect(asApp(forged)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("refuses an entry without a customer or actor", async () => {
    const nameless = sql`SELECT set_config('app.actor', '', true)`;
    const insert = sql`INSERT INTO audit.event (action, entity, payload) VALUES ('test.nobody', 'test', '{}')`;
    const work = inCustomer(a, async (tx) => {
      await executeSql(tx, nameless);
      await executeSql(tx, insert);
    });
    await expect(work).rejects.toThrow();
    await expect(asSystem("health", database.db, (tx) => executeSql(tx, insert))).rejects.toThrow();
  });

  it("has no gaps when many write at once, and links each entry to the one before", async () => {
    const ctx = await createCustomer(database.db);
    await Promise.all(Array.from({ length: 40 }, (_, index) => emit(ctx, `parallel ${index}`)));
    const links = await inCustomer(ctx, (tx) =>
      querySql<{ seq: number; isLinked: boolean; isTrue: boolean }>(
        tx,
        sql`SELECT c.seq::int AS seq, c.prev = lag(c.hash, 1, decode(repeat('00', 32), 'hex')) OVER (ORDER BY c.seq) AS "isLinked",
          c.hash = audit.digest(e, c.seq, c.prev) AS "isTrue"
          FROM audit.chain c JOIN audit.event e ON e.id = c.event_id WHERE c.customer_id = ${ctx.customerId}::uuid ORDER BY c.seq`,
      ),
    );
    expect(links.map((link) => link.seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(links.every((link) => link.isLinked && link.isTrue)).toBe(true);
  });

  it("keeps the order of several entries of one transaction", async () => {
    const ctx = await createCustomer(database.db);
    const words = Array.from({ length: 10 }, () => randomUUID());
    await inCustomer(ctx, async (tx) => {
      for (const word of words) await emitAudit(tx, ctx, entry(word));
    });
    expect((await auditOf(ctx)).map((row) => row.payload["word"])).toEqual(words);
  });
});
