import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { createCustomer } from "./testing/customer-factory.ts";
import { testDatabase } from "./testing/test-database.ts";
import { LIST_CONSTRAINTS, breakConstraint, insertSample } from "./testing/violations/break-constraint.ts";
import type { Constraint } from "./testing/violations/break-constraint.ts";
import { foreignTables, samples } from "./testing/violations/index.ts";

const database = await testDatabase();
const { customerId } = await createCustomer(database.db);
const admin = new pg.Client({ connectionString: database.adminUrl });
await admin.connect();
const place = { samples, customerId };
const { rows } = await admin.query<Constraint>(LIST_CONSTRAINTS);
const constraints = rows.filter((constraint) => !foreignTables.includes(constraint.table));
const tables = [...new Set(constraints.map((constraint) => constraint.table))];

afterAll(async () => {
  await admin.end();
  await database.close();
});

describe("a valid row", () => {
  it.each(tables)("is accepted by %s", async (table) => {
    await admin.query("BEGIN");
    try {
      await insertSample(admin, place, table);
    } finally {
      await admin.query("ROLLBACK");
    }
  });
});

describe("every constraint", () => {
  it.each(constraints)("$table refuses a row that breaks $name", async (constraint) => {
    expect(await breakConstraint(admin, place, constraint)).toBe(constraint.name);
  });

  it("has no entry left over from a constraint that is gone", () => {
    const known = new Set(constraints.map((constraint) => `${constraint.table}.${constraint.name}`));
    const entries = Object.entries(samples).flatMap(([table, sample]) => Object.keys(sample.violations).map((name) => `${table}.${name}`));
    expect(entries.filter((entry) => !known.has(entry))).toEqual([]);
  });
});
