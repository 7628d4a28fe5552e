import { newId } from "@upstream/core";
import type { Id } from "@upstream/core";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bulkInCustomer } from "./bulk-tx.ts";
import { createDb } from "./client.ts";
import type { AnyTx, CustomerCtx, Tx } from "./ctx.ts";
import { readInCustomer } from "./customer-read.ts";
import { inCustomer } from "./customer-tx.ts";
import { isRetryable, toDomainError } from "./db-errors.ts";
import { executeSql, querySql, sql } from "./run-sql.ts";
import { createCustomer } from "./testing/customer-factory.ts";
import { testDatabase } from "./testing/test-database.ts";
import type { TestDatabase } from "./testing/test-database.ts";

let database: TestDatabase;
let ctx: CustomerCtx;
let admin: pg.Client;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 4 });
  ctx = await createCustomer(database.db);
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.close();
});

const mapping = (rawName: string, payerName = "Payer") => ({ customerId: ctx.customerId, id: newId<Id<"mapping">>(), rawName, payerName });
const membership = (userId: string) => ({ customerId: ctx.customerId, id: newId<Id<"membership">>(), userId, role: "viewer" });

describe("toDomainError", () => {
  it("calls a doubled key CONFLICT and names the constraint, for Prisma and the driver", async () => {
    await inCustomer(ctx, (tx) => tx.payerMapping.create({ data: mapping("twice") }));
    const expected = { code: "CONFLICT", detail: { reason: "payer_mappings_raw_name_key" } };
    await expect(inCustomer(ctx, (tx) => tx.payerMapping.create({ data: mapping("twice") }))).rejects.toMatchObject(expected);
    const insert = sql`INSERT INTO payer_mappings (customer_id, id, raw_name, payer_name) VALUES (${ctx.customerId}::uuid, gen_random_uuid(), 'twice', 'x')`;
    await expect(inCustomer(ctx, (tx) => executeSql(tx, insert))).rejects.toMatchObject(expected);
    await expect(bulkInCustomer(ctx, (client) => executeSql(client, insert))).rejects.toMatchObject(expected);
  });

  it("calls a broken CHECK INVALID and names the constraint", async () => {
    const expected = { code: "INVALID", detail: { reason: "payer_mappings_payer_name_check" } };
    await expect(inCustomer(ctx, (tx) => tx.payerMapping.create({ data: mapping("empty", "") }))).rejects.toMatchObject(expected);
    const update = sql`UPDATE payer_mappings SET payer_name = ''`;
    await expect(bulkInCustomer(ctx, (client) => executeSql(client, update))).rejects.toMatchObject(expected);
    await expect(inCustomer(ctx, (tx) => executeSql(tx, update))).rejects.toMatchObject(expected);
  });

  it("calls a reference to nothing NOT_FOUND, and a delete of what is referred to CONFLICT", async () => {
    const missing = inCustomer(ctx, (tx) => tx.membership.create({ data: membership(newId<Id<"user">>()) }));
    await expect(missing).rejects.toMatchObject({ code: "NOT_FOUND" });
    const raw = sql`INSERT INTO memberships (customer_id, id, user_id, role) VALUES (${ctx.customerId}::uuid, gen_random_uuid(), gen_random_uuid(), 'viewer')`;
    await expect(bulkInCustomer(ctx, (client) => executeSql(client, raw))).rejects.toMatchObject({
      code: "NOT_FOUND",
      detail: { reason: "memberships_user_fk" },
    });
    const referred = admin.query("DELETE FROM customers WHERE id = $1", [ctx.customerId]);
    expect(toDomainError(await referred.catch((error: unknown) => error))).toMatchObject({ code: "CONFLICT" });
  });

  it("calls a row that is not there NOT_FOUND", async () => {
    const id = newId<Id<"mapping">>();
    const update = inCustomer(ctx, (tx) =>
      tx.payerMapping.update({ where: { customerId_id: { customerId: ctx.customerId, id } }, data: { payerName: "x" } }),
    );
    await expect(update).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("calls values PostgreSQL cannot hold INVALID", async () => {
    const work: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => tx.payerMapping.create({ data: mapping("a\u0000b") }),
      (tx) => tx.payerMapping.create({ data: { ...mapping("id"), id: "no-uuid" } }),
      (tx) => querySql(tx, sql`SELECT ${"99999999999"}::int`),
    ];
    for (const one of work) await expect(inCustomer(ctx, one)).rejects.toMatchObject({ code: "INVALID" });
  });

  it("calls a statement that takes too long UNAVAILABLE", async () => {
    const slow = readInCustomer(ctx, (query) => query.rows("slow", "SELECT pg_sleep(5)"), { statementTimeoutMs: 50 });
    await expect(slow).rejects.toMatchObject({ code: "UNAVAILABLE" });
    const slowPrisma = inCustomer(ctx, async (tx) => {
      await executeSql(tx, sql`SELECT set_config('statement_timeout', '50', true)`);
      await querySql(tx, sql`SELECT pg_sleep(5)::text`);
    });
    await expect(slowPrisma).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it.each([
    ["disk is full", "53100"],
    ["memory has run out", "53200"],
  ])("calls a server whose %s UNAVAILABLE, at every door", async (_, state) => {
    const declare = sql([
      `CREATE FUNCTION pg_temp.refuse() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '${state}'; END $$`,
    ]);
    const refuse = async (tx: AnyTx): Promise<void> => {
      await executeSql(tx, declare);
      await querySql(tx, sql`SELECT pg_temp.refuse()`);
    };
    await expect(bulkInCustomer(ctx, refuse)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await expect(inCustomer(ctx, refuse)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it("calls a database that is not there UNAVAILABLE within five seconds", async () => {
    const gone = "postgresql://app_user:x@127.0.0.1:1/none";
    const db = createDb({ userUrl: gone, systemUrl: gone, poolSize: 2 });
    const away = { ...ctx, db };
    await expect(inCustomer(away, async () => 1)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await expect(readInCustomer(away, async () => 1)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await db.close();
  });

  it("calls a pool without a free connection UNAVAILABLE", async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const holders = Array.from({ length: 4 }, () => readInCustomer(ctx, () => gate));
    await expect(inCustomer(ctx, async () => 1)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await expect(readInCustomer(ctx, async () => 1)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    release();
    await Promise.all(holders);
  });

  it("leaves errors of other kinds as they are", () => {
    const error = new TypeError("not ours");
    expect(toDomainError(error)).toBe(error);
    expect(toDomainError("text")).toBe("text");
  });
});

describe("isRetryable", () => {
  const readAll = (tx: Tx) => querySql(tx, sql`SELECT count(*)::int AS n FROM payer_mappings`);

  /** Runs `work` at the highest isolation, which the door itself does not offer. */
  function serializable(work: (tx: Tx) => Promise<unknown>): Promise<unknown> {
    return inCustomer(
      ctx,
      async (tx) => {
        await executeSql(tx, sql`ROLLBACK`);
        await executeSql(tx, sql`BEGIN ISOLATION LEVEL SERIALIZABLE`);
        await executeSql(tx, sql`SELECT set_config('app.customer_id', ${ctx.customerId}, true)`);
        return work(tx);
      },
      { retries: 0 },
    );
  }

  async function causeOf(work: Promise<unknown>): Promise<unknown> {
    const error: unknown = await work.then(
      () => undefined,
      (refusal: unknown) => refusal,
    );
    expect(error).toMatchObject({ code: "UNAVAILABLE" });
    return error instanceof Error ? error.cause : error;
  }

  it("knows a serialization conflict at a statement", async () => {
    const touch = sql`UPDATE payer_mappings SET updated_at = now() WHERE raw_name = 'twice'`;
    const conflict = serializable(async (tx) => {
      await readAll(tx);
      await admin.query("UPDATE payer_mappings SET updated_at = now() WHERE raw_name = 'twice'");
      await executeSql(tx, touch);
    });
    expect(isRetryable(await causeOf(conflict))).toBe(true);
  });

  it("knows a serialization conflict at COMMIT", async () => {
    const other = new pg.Client({ connectionString: database.adminUrl });
    await other.connect();
    const conflict = serializable(async (tx) => {
      await readAll(tx);
      await other.query("BEGIN ISOLATION LEVEL SERIALIZABLE");
      await other.query("SELECT count(*) FROM payer_mappings");
      await other.query(
        "INSERT INTO payer_mappings (customer_id, id, raw_name, payer_name) VALUES ($1, gen_random_uuid(), 'theirs', 'x')",
        [ctx.customerId],
      );
      await tx.payerMapping.create({ data: mapping("ours") });
      await other.query("COMMIT");
    });
    expect(isRetryable(await causeOf(conflict))).toBe(true);
    await other.end();
  });

  it("runs the work again after its server process was killed, and commits once", async () => {
    let runs = 0;
    await inCustomer(ctx, async (tx) => {
      await tx.payerMapping.create({ data: mapping("survivor") });
      if (runs++ > 0) return;
      const [own] = await querySql<{ pid: number }>(tx, sql`SELECT pg_backend_pid() AS pid`);
      await admin.query("SELECT pg_terminate_backend($1)", [own?.pid]);
      await readAll(tx);
    });
    expect(runs).toBe(2);
    const count = await inCustomer(ctx, (tx) => tx.payerMapping.count({ where: { rawName: "survivor" } }));
    expect(count).toBe(1);
  });

  it("runs the loser of a deadlock again", async () => {
    await inCustomer(ctx, (tx) => tx.payerMapping.createMany({ data: [mapping("left"), mapping("right")] }));
    let waiting = 0;
    let meet: () => void = () => undefined;
    const met = new Promise<void>((resolve) => (meet = resolve));
    const touch = (first: string, second: string) =>
      inCustomer(ctx, async (tx) => {
        await executeSql(tx, sql`UPDATE payer_mappings SET updated_at = now() WHERE raw_name = ${first}`);
        if (++waiting === 2) meet();
        await met;
        await executeSql(tx, sql`UPDATE payer_mappings SET updated_at = now() WHERE raw_name = ${second}`);
      });
    await Promise.all([touch("left", "right"), touch("right", "left")]);
  });

  it("does not repeat what would fail again", async () => {
    let runs = 0;
    const work = inCustomer(ctx, async (tx) => {
      runs++;
      await tx.payerMapping.create({ data: mapping("twice") });
    });
    await expect(work).rejects.toMatchObject({ code: "CONFLICT" });
    expect(runs).toBe(1);
  });
});
