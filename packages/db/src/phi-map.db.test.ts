import { phiMap } from "@upstream/core";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "./testing/test-database.ts";
import type { TestDatabase } from "./testing/test-database.ts";

let database: TestDatabase;
let columns: string[];

beforeAll(async () => {
  database = await testDatabase();
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ name: string }>(
    `SELECT c.relname || '.' || a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> '_prisma_migrations'`,
  );
  columns = rows.map((row) => row.name).sort();
  await admin.end();
});
afterAll(() => database.close());

describe("the classes of columns", () => {
  const classed = Object.entries(phiMap).flatMap(([table, classes]) => Object.keys(classes).map((column) => `${table}.${column}`));

  it("name every column", () => {
    const known = new Set(classed);
    expect(columns.filter((column) => !known.has(column))).toEqual([]);
  });

  it("name no column that is gone", () => {
    const existing = new Set(columns);
    expect(classed.filter((column) => !existing.has(column))).toEqual([]);
  });
});
