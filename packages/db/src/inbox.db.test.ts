import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bulkInCustomer } from "./bulk-tx.ts";
import type { CustomerCtx } from "./ctx.ts";
import { inCustomer } from "./customer-tx.ts";
import { once } from "./inbox.ts";
import { createCustomer } from "./testing/customer-factory.ts";
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

describe("once", () => {
  it("runs an effect once and gives its stored result ever after, in both kinds of transaction", async () => {
    let runs = 0;
    const effect = async () => ({ run: ++runs });
    expect(await inCustomer(a, (tx) => once(tx, "step", "key", effect))).toEqual({ run: 1 });
    expect(await inCustomer(a, (tx) => once(tx, "step", "key", effect))).toEqual({ run: 1 });
    expect(await bulkInCustomer(a, (client) => once(client, "step", "key", effect))).toEqual({ run: 1 });
    expect(await inCustomer(a, (tx) => once(tx, "other-step", "key", effect))).toEqual({ run: 2 });
    expect(await inCustomer(b, (tx) => once(tx, "step", "key", effect))).toEqual({ run: 3 });
  });

  it("runs again what was rolled back", async () => {
    let runs = 0;
    const failing = inCustomer(a, (tx) => once(tx, "step", "fails", () => Promise.reject(new Error(`run ${++runs}`))));
    await expect(failing).rejects.toThrow("run 1");
    expect(await inCustomer(a, (tx) => once(tx, "step", "fails", async () => ++runs))).toBe(2);
  });

  it("runs once when several callers come at the same time", async () => {
    let runs = 0;
    const results = await Promise.all(Array.from({ length: 5 }, () => inCustomer(a, (tx) => once(tx, "step", "race", async () => ++runs))));
    expect(results).toEqual([1, 1, 1, 1, 1]);
  });

  it("remembers an effect without a result", async () => {
    let runs = 0;
    const effect = async () => void runs++;
    await inCustomer(a, (tx) => once(tx, "step", "void", effect));
    await inCustomer(a, (tx) => once(tx, "step", "void", effect));
    expect(runs).toBe(1);
  });
});
