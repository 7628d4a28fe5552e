import { newId } from "@upstream/core";
import type { CustomerId, Id } from "@upstream/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bulkInCustomer } from "./bulk-tx.ts";
import type { CustomerCtx } from "./ctx.ts";
import { readInCustomer } from "./customer-read.ts";
import { inCustomer } from "./customer-tx.ts";
import { asSystem } from "./system-tx.ts";
import { actingAs, createCustomer } from "./testing/customer-factory.ts";
import { testDatabase } from "./testing/test-database.ts";
import type { TestDatabase } from "./testing/test-database.ts";

let database: TestDatabase;
let a: CustomerCtx;
let b: CustomerCtx;

beforeAll(async () => {
  database = await testDatabase();
  a = await createCustomer(database.db);
  b = await createCustomer(database.db);
});
afterAll(() => database.close());

const mapping = (ctx: CustomerCtx, rawName: string) => ({
  customerId: ctx.customerId,
  id: newId<Id<"mapping">>(),
  rawName,
  payerName: "Payer",
});
const names = (ctx: CustomerCtx) =>
  readInCustomer(ctx, (query) => query.rows<{ name: string }>("names", "SELECT raw_name AS name FROM payer_mappings ORDER BY raw_name"));

describe("inCustomer", () => {
  it("shows a customer its own rows and nothing of another's", async () => {
    await inCustomer(a, (tx) => tx.payerMapping.create({ data: mapping(a, "of a") }));
    await inCustomer(b, (tx) => tx.payerMapping.create({ data: mapping(b, "of b") }));
    expect(await inCustomer(a, (tx) => tx.payerMapping.findMany({ select: { rawName: true } }))).toEqual([{ rawName: "of a" }]);
    expect(await names(b)).toEqual([{ name: "of b" }]);
    expect(await bulkInCustomer(b, async (client) => (await client.query("SELECT raw_name FROM payer_mappings")).rows)).toEqual([
      { raw_name: "of b" },
    ]);
  });

  it("refuses to write a row for another customer", async () => {
    await expect(inCustomer(a, (tx) => tx.payerMapping.create({ data: mapping(b, "smuggled") }))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(
      bulkInCustomer(a, (client) =>
        client.query("INSERT INTO payer_mappings (customer_id, id, raw_name, payer_name) VALUES ($1, gen_random_uuid(), 'x', 'y')", [
          b.customerId,
        ]),
      ),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("cannot change or delete another customer's row", async () => {
    expect(
      await inCustomer(a, (tx) => tx.payerMapping.updateMany({ where: { customerId: b.customerId }, data: { payerName: "changed" } })),
    ).toEqual({ count: 0 });
    expect(await inCustomer(a, (tx) => tx.payerMapping.deleteMany({ where: { customerId: b.customerId } }))).toEqual({ count: 0 });
  });

  it("rolls everything back when the work throws, inner calls included", async () => {
    const work = inCustomer(a, async (tx) => {
      await tx.payerMapping.create({ data: mapping(a, "outer") });
      await inCustomer(a, (inner) => inner.payerMapping.create({ data: mapping(a, "inner") }));
      throw new Error("stop");
    });
    await expect(work).rejects.toThrow("stop");
    expect(await names(a)).toEqual([{ name: "of a" }]);
  });

  it("joins the outer transaction, whose writes the inner one sees", async () => {
    const seen = await inCustomer(a, async (tx) => {
      const { id } = await tx.payerMapping.create({ data: mapping(a, "joined") });
      const inner = await inCustomer(a, (same) => same.payerMapping.count({ where: { id } }));
      await tx.payerMapping.delete({ where: { customerId_id: { customerId: a.customerId, id } } });
      return inner;
    });
    expect(seen).toBe(1);
  });

  it("refuses to join a transaction of another customer or actor", async () => {
    await expect(inCustomer(a, () => inCustomer(b, async () => 1))).rejects.toThrow("another customer");
    const other = actingAs(a, { kind: "workflow", name: "test" });
    await expect(inCustomer(a, () => inCustomer(other, async () => 1))).rejects.toThrow("another actor");
  });

  it("refuses doors that cannot see what the open one wrote", async () => {
    await expect(inCustomer(a, () => readInCustomer(a, async () => 1))).rejects.toThrow("would not see its writes");
    await expect(inCustomer(a, () => bulkInCustomer(a, async () => 1))).rejects.toThrow("cannot join");
    await expect(bulkInCustomer(a, () => inCustomer(a, async () => 1))).rejects.toThrow("use its client");
  });

  it("opens a new transaction for work that outlives the one it started in", async () => {
    let later: Promise<number> | undefined;
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    await inCustomer(a, async () => {
      later = gate.then(() => inCustomer(a, (tx) => tx.payerMapping.count()));
    });
    release();
    expect(await later).toBe(1);
  });

  it("keeps a thousand transactions of many customers apart on few connections", async () => {
    const customers = await Promise.all(Array.from({ length: 10 }, () => createCustomer(database.db)));
    const customerSeenBy = async (ctx: CustomerCtx) =>
      (await readInCustomer(ctx, (query) => query.row<{ id: string }>("own-customer", "SELECT id::text FROM customers")))?.id;
    let wrong = 0;
    for (let wave = 0; wave < 20; wave++) {
      const callers = Array.from({ length: 50 }, (_, index) => customers[(wave + index) % customers.length] as CustomerCtx);
      const seen = await Promise.all(callers.map(customerSeenBy));
      wrong += seen.filter((id, index) => id !== callers[index]?.customerId).length;
    }
    expect(wrong).toBe(0);
  });
});

describe("readInCustomer", () => {
  it("refuses to write", async () => {
    const write = readInCustomer(a, (query) => query.rows("write", "DELETE FROM payer_mappings"));
    await expect(write).rejects.toMatchObject({ code: "25006" });
  });

  it("gives cents and counts as numbers, dates as text and moments as Date", async () => {
    const row = await readInCustomer(a, (query) =>
      query.row(
        "types",
        "SELECT 12345678901::bigint AS cents, DATE '2026-02-28' AS day, 1.5::numeric AS rate, TIMESTAMPTZ '2026-01-01Z' AS at, ARRAY[1,2]::bigint[] AS list",
      ),
    );
    expect(row).toEqual({ cents: 12345678901, day: "2026-02-28", rate: 1.5, at: new Date("2026-01-01T00:00:00Z"), list: [1, 2] });
  });

  it("uses one statement beside the door's own", async () => {
    const { statements } = await database.countStatements(() => names(a));
    expect(statements).toHaveLength(1);
  });

  it("gives its connection back after an error", async () => {
    for (let index = 0; index < 20; index++) {
      await expect(readInCustomer(a, (query) => query.rows(`bad-${index}`, "SELECT 1/0"))).rejects.toThrow();
    }
    expect(await names(a)).toHaveLength(1);
  });
});

describe("without a customer", () => {
  it("shows no rows and says nothing", async () => {
    const nobody = { ...a, customerId: "" as CustomerId };
    expect(await readInCustomer(nobody, (query) => query.rows("nobody", "SELECT 1 FROM payer_mappings"))).toEqual([]);
  });

  it("lets the system see what its policies name and no more", async () => {
    expect(await asSystem("cron-fan-out", database.db, (tx) => tx.customer.count())).toBeGreaterThan(1);
    await expect(asSystem("cron-fan-out", database.db, (tx) => tx.payerMapping.count())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
