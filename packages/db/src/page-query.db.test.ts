import { newId } from "@upstream/core";
import type { Id } from "@upstream/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CustomerCtx } from "./ctx.ts";
import { readInCustomer } from "./customer-read.ts";
import { inCustomer } from "./customer-tx.ts";
import { buildPage, readPage } from "./page-query.ts";
import type { PageRequest } from "./page-query.ts";
import { executeSql, sql } from "./run-sql.ts";
import { createCustomer } from "./testing/customer-factory.ts";
import { testDatabase } from "./testing/test-database.ts";
import type { TestDatabase } from "./testing/test-database.ts";

const spec = {
  name: "mappings",
  columns: 'm.id::text AS id, m.raw_name AS "rawName", (SELECT max(c.name) FROM customers c) AS clinic',
  from: "payer_mappings m",
  id: "m.id",
  sorts: { createdAt: { column: "m.created_at", type: "timestamptz" }, payer: { column: "m.payer_name", type: "text" } },
} as const;
type Sort = keyof typeof spec.sorts;
type Row = { id: string; rawName: string };

let database: TestDatabase;
let ctx: CustomerCtx;

beforeAll(async () => {
  database = await testDatabase();
  ctx = await createCustomer(database.db);
  await inCustomer(ctx, (tx) =>
    executeSql(
      tx,
      sql`INSERT INTO payer_mappings (customer_id, id, raw_name, payer_name, created_at)
        SELECT ${ctx.customerId}::uuid, gen_random_uuid(), 'raw ' || n, 'payer ' || n % 3, TIMESTAMPTZ '2026-01-01Z' + (n / 2) * interval '1 microsecond'
        FROM generate_series(1, 211) n`,
    ),
  );
});
afterAll(() => database.close());

const asked = (request: Partial<PageRequest<Sort>> = {}): PageRequest<Sort> => ({
  where: [{ text: "m.customer_id = ?", values: [ctx.customerId] }],
  sort: "createdAt",
  direction: "desc",
  limit: 25,
  ...request,
});

async function readAll(request: PageRequest<Sort>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null | undefined = undefined; cursor !== null;) {
    const page: { rows: Row[]; nextCursor: string | null } = await readPage<Row, Sort>(ctx, spec, { ...request, cursor });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  }
  return rows;
}

describe("readPage", () => {
  it.each([
    { sort: "createdAt", direction: "desc" },
    { sort: "createdAt", direction: "asc" },
    { sort: "payer", direction: "asc" },
    { sort: "payer", direction: "desc" },
  ] as const)("shows every row once over all pages by $sort $direction, ties and microseconds included", async (order) => {
    const rows = await readAll(asked(order));
    expect(rows).toHaveLength(211);
    expect(new Set(rows.map((row) => row.id)).size).toBe(211);
  });

  it("ends without a cursor when the last page is full", async () => {
    const where = [...asked().where, { text: "m.raw_name IN (?, ?)", values: ["raw 1", "raw 2"] }];
    const page = await readPage<Row, Sort>(ctx, spec, asked({ where, limit: 2 }));
    expect(page.rows).toHaveLength(2);
    expect(page.nextCursor).toBeNull();
  });

  it("is one statement, however many rows there are", async () => {
    const few = await database.countStatements(() => readPage(ctx, spec, asked({ limit: 1 })));
    const many = await database.countStatements(() => readPage(ctx, spec, asked({ limit: 200 })));
    expect([few.statements.length, many.statements.length]).toEqual([1, 1]);
  });

  it("refuses a cursor of another filter, order or customer", async () => {
    const { nextCursor } = await readPage<Row, Sort>(ctx, spec, asked());
    const cursor = nextCursor as string;
    const refused = { code: "INVALID", detail: { errors: [{ pointer: "/cursor" }] } };
    await expect(readPage(ctx, spec, asked({ cursor, direction: "asc" }))).rejects.toMatchObject(refused);
    await expect(readPage(ctx, spec, asked({ cursor, where: [...asked().where, { text: "true", values: [] }] }))).rejects.toMatchObject(
      refused,
    );
    const other = await createCustomer(database.db);
    await expect(readPage(other, spec, asked({ cursor }))).rejects.toMatchObject(refused);
  });

  it("refuses a sort that is not on the list", () => {
    expect(() => buildPage(spec, asked({ sort: "m.id; DROP TABLE users" as Sort }), undefined)).toThrow("INVALID");
  });

  it("refuses a condition whose places and values do not match", () => {
    expect(() => buildPage(spec, asked({ where: [{ text: "m.raw_name = ?", values: ["a", "b"] }] }), undefined)).toThrow(
      "1 places for 2 values",
    );
  });

  it("turns the cursor into an index condition", async () => {
    const id = newId<Id<"event">>();
    const events = {
      name: "audit",
      columns: "e.action",
      from: "audit.event e",
      id: "e.id",
      sorts: { at: { column: "e.at", type: "timestamptz" } },
    } as const;
    const request = { where: [{ text: "e.customer_id = ?", values: [ctx.customerId] }], sort: "at", direction: "desc", limit: 50 } as const;
    const { text, values } = buildPage(events, request, ["2026-01-01 00:00:00+00", id]);
    const plan = await readInCustomer(ctx, async (query) => {
      await query.rows("no-seq", "SELECT set_config('enable_seqscan', 'off', true)");
      return query.rows<{ "QUERY PLAN": string }>("plan", `EXPLAIN ${text}`, values);
    });
    const lines = plan.map((line) => line["QUERY PLAN"]).join("\n");
    expect(lines).toMatch(/Index Cond: .*ROW\(at, id\) < ROW/);
    expect(lines).not.toContain("Sort");
  });
});
