import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../testing/test-database.ts";
import type { TestDatabase } from "../testing/test-database.ts";
import { checksumOf } from "./read-migrations.ts";
import { migrateDatabase, migrationStatus } from "./runner.ts";

let database: TestDatabase;
let admin: pg.Client;
let folder: string;

beforeEach(async () => {
  database = await testDatabase({ empty: true });
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  folder = await mkdtemp(join(tmpdir(), "migrations-"));
});
afterEach(async () => {
  await admin.end();
  await database.close();
  await rm(folder, { recursive: true });
});

async function write(name: string, sql: string, down?: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, "migration.sql"), sql);
  if (down !== undefined) await writeFile(join(folder, name, "down.sql"), down);
}

const migrate = (direction: "up" | "down", steps?: number) => migrateDatabase({ adminUrl: database.adminUrl, direction, steps, folder });
const states = async () => Object.fromEntries((await migrationStatus(database.adminUrl, folder)).map(({ name, state }) => [name, state]));
const rowsOf = async (sql: string): Promise<unknown[]> => (await admin.query(sql)).rows;

describe("the ledger", () => {
  it("is written as Prisma writes it", async () => {
    const sql = "CREATE TABLE a (id int);";
    await write("1_a", sql, "DROP TABLE a;");
    await migrate("up");
    expect(
      await rowsOf(
        "SELECT migration_name, checksum, applied_steps_count, logs, rolled_back_at, finished_at >= started_at AS done, length(id) AS id FROM _prisma_migrations",
      ),
    ).toEqual([
      { migration_name: "1_a", checksum: checksumOf(sql), applied_steps_count: 1, logs: null, rolled_back_at: null, done: true, id: 36 },
    ]);
    await migrate("down");
    expect(await rowsOf("SELECT rolled_back_at IS NOT NULL AS back FROM _prisma_migrations")).toEqual([{ back: true }]);
  });

  it("tells applied, pending, changed and unknown migrations apart", async () => {
    await write("1_a", "SELECT 1;");
    await write("2_b", "SELECT 1;");
    await migrate("up");
    await write("1_a", "SELECT 2;");
    await rm(join(folder, "2_b"), { recursive: true });
    await write("3_c", "SELECT 1;");
    expect(await states()).toEqual({ "1_a": "changed", "2_b": "unknown", "3_c": "pending" });
  });
});

describe("up", () => {
  it("refuses to go on when an applied file was changed", async () => {
    await write("1_a", "CREATE TABLE a (id int);");
    await migrate("up");
    await write("1_a", "CREATE TABLE a (id bigint);");
    await write("2_b", "CREATE TABLE b (id int);");
    await expect(migrate("up")).rejects.toThrow("changed afterwards: 1_a");
    expect(await rowsOf("SELECT to_regclass('b') AS b")).toEqual([{ b: null }]);
  });

  it("leaves nothing of a file that fails, and takes the corrected one", async () => {
    await write("1_a", "CREATE TABLE a (id int); SELECT 1/0;");
    await expect(migrate("up")).rejects.toThrow("division by zero");
    expect(await rowsOf("SELECT to_regclass('a') AS a")).toEqual([{ a: null }]);
    await write("1_a", "CREATE TABLE a (id int);");
    expect(await migrate("up")).toEqual(["1_a"]);
  });

  it("applies each file once when several processes start together", async () => {
    await write("1_a", "CREATE TABLE a (id int);");
    await write("2_b", "CREATE TABLE b (id int);");
    const done = await Promise.all([migrate("up"), migrate("up"), migrate("up")]);
    expect(done.flat().sort()).toEqual(["1_a", "2_b"]);
  });

  it("waits for a lock in short tries instead of queueing before every reader", async () => {
    await write("1_a", "CREATE TABLE a (id int);");
    await migrate("up");
    await write("2_b", "ALTER TABLE a ADD COLUMN b int;");
    await admin.query("BEGIN");
    await admin.query("LOCK TABLE a IN ACCESS SHARE MODE");
    const waiting = migrate("up");
    const { rows } = await admin.query("SELECT pg_sleep(2.5)::text");
    expect(rows).toHaveLength(1);
    await admin.query("COMMIT");
    expect(await waiting).toEqual(["2_b"]);
  });
});

describe("a file without transaction", () => {
  const sql =
    "-- no-transaction\nCREATE TABLE a (id int);\nINSERT INTO a VALUES (1), (1);\nCREATE UNIQUE INDEX CONCURRENTLY a_id ON a (id);\nCREATE INDEX CONCURRENTLY a_id2 ON a (id);";

  it("goes on at its first missing statement, after dropping the index that stayed invalid", async () => {
    await write("1_a", sql, "DROP TABLE a;");
    await expect(migrate("up")).rejects.toThrow("could not create unique index");
    expect(await states()).toEqual({ "1_a": "half-done" });
    expect(await rowsOf("SELECT indisvalid FROM pg_index WHERE indexrelid = 'a_id'::regclass")).toEqual([{ indisvalid: false }]);
    expect(await rowsOf("SELECT applied_steps_count, logs LIKE '%unique index%' AS told FROM _prisma_migrations")).toEqual([
      { applied_steps_count: 2, told: true },
    ]);
    await admin.query("DELETE FROM a WHERE ctid = '(0,1)'");
    expect(await migrate("up")).toEqual(["1_a"]);
    expect(await rowsOf("SELECT count(*)::int AS n, bool_and(indisvalid) AS valid FROM pg_index WHERE indrelid = 'a'::regclass")).toEqual([
      { n: 2, valid: true },
    ]);
  });
});

describe("down", () => {
  it("goes back one step at a time, newest first", async () => {
    await write("1_a", "CREATE TABLE a (id int);", "DROP TABLE a;");
    await write("2_b", "CREATE TABLE b (id int);", "DROP TABLE b;");
    await migrate("up");
    expect(await migrate("down", 1)).toEqual(["2_b"]);
    expect(await states()).toEqual({ "1_a": "applied", "2_b": "pending" });
    expect(await migrate("up")).toEqual(["2_b"]);
  });

  it("refuses without a way back and changes nothing", async () => {
    await write("1_a", "CREATE TABLE a (id int);");
    await migrate("up");
    await expect(migrate("down")).rejects.toThrow("1_a has no down.sql");
    expect(await states()).toEqual({ "1_a": "applied" });
  });

  it("leaves everything in place when the way back fails", async () => {
    await write("1_a", "CREATE TABLE a (id int);", "DROP TABLE a; SELECT 1/0;");
    await migrate("up");
    await expect(migrate("down")).rejects.toThrow("division by zero");
    expect(await rowsOf("SELECT to_regclass('a')::text AS a")).toEqual([{ a: "a" }]);
  });
});
