import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeDatabase } from "../testing/describe-database.ts";
import { testDatabase } from "../testing/test-database.ts";
import type { TestDatabase } from "../testing/test-database.ts";
import { samples } from "../testing/violations/index.ts";
import { insertSample } from "../testing/violations/break-constraint.ts";
import { diffSchema } from "./diff-schema.ts";
import { readMigrations } from "./read-migrations.ts";
import { migrateDatabase, migrationStatus } from "./runner.ts";

let database: TestDatabase;
let admin: pg.Client;

beforeAll(async () => {
  database = await testDatabase({ empty: true });
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.close();
});

const up = () => migrateDatabase({ adminUrl: database.adminUrl, direction: "up" });
const down = (steps?: number) => migrateDatabase({ adminUrl: database.adminUrl, direction: "down", steps });

async function checksums(): Promise<Record<string, string>> {
  const { rows: tables } = await admin.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
     AND c.relnamespace IN ('public'::regnamespace, 'audit'::regnamespace) AND c.relname <> '_prisma_migrations'`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await admin.query<{ sum: string }>(
      `SELECT count(*) || ':' || COALESCE(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum FROM ${name} t`,
    );
    sums[name] = rows[0]?.sum ?? "";
  }
  return sums;
}

const FILLED_BY_TRIGGER = new Set(["audit.chain", "audit.head"]);

async function fillEveryTable(): Promise<void> {
  const { id: customerId } = await insertSample(admin, { samples, customerId: "" }, "public.customers");
  for (const table of Object.keys(samples)) {
    if (!FILLED_BY_TRIGGER.has(table)) await insertSample(admin, { samples, customerId: String(customerId) }, table);
  }
}

describe("all migrations", () => {
  it("go forward from nothing, all the way back leaving nothing, and forward to the same again", async () => {
    const names = (await readMigrations()).map((migration) => migration.name);
    const before = await describeDatabase(admin);
    expect(await up()).toEqual(names);
    const first = await describeDatabase(admin);
    expect(await down()).toEqual([...names].reverse());
    expect(await describeDatabase(admin)).toEqual(before);
    expect(await up()).toEqual(names);
    expect(await describeDatabase(admin)).toEqual(first);
    expect(await diffSchema(database.adminUrl)).toContain("This is an empty migration");
  });

  it("have nothing to do the second time and say so", async () => {
    expect(await up()).toEqual([]);
    const states = await migrationStatus(database.adminUrl);
    expect(new Set(states.map((status) => status.state))).toEqual(new Set(["applied"]));
  });

  it("each have a way back", async () => {
    const oneWay = (await readMigrations()).filter((migration) => migration.down === undefined);
    expect(oneWay.map((migration) => migration.name)).toEqual([]);
  });

  it("leave every row of the other tables as it was when the last one goes back and forward", async () => {
    await fillEveryTable();
    const before = await checksums();
    const kept = Object.values(before).filter((sum) => !sum.startsWith("0:"));
    expect(kept.length).toBeGreaterThan(30);
    await down(1);
    const without = await checksums();
    await up();
    const after = await checksums();
    for (const table of Object.keys(without)) expect({ table, sum: after[table] }).toEqual({ table, sum: before[table] });
  });
});
