import { fixedClock, newId } from "@upstream/core";
import type { Id } from "@upstream/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CustomerCtx } from "./ctx.ts";
import { inCustomer } from "./customer-tx.ts";
import { purgeIdempotencyKeys, runIdempotent } from "./idempotency.ts";
import { createCustomer } from "./testing/customer-factory.ts";
import { testDatabase } from "./testing/test-database.ts";
import type { TestDatabase } from "./testing/test-database.ts";

const clock = fixedClock("2026-06-01T12:00:00Z");
let database: TestDatabase;
let ctx: CustomerCtx;

beforeAll(async () => {
  database = await testDatabase();
  ctx = await createCustomer(database.db, { clock });
});
afterAll(() => database.close());

const request = (key: string, body = "{}") => ({ key, method: "POST" as const, path: "/payer-mappings", body });
const createMapping = (rawName: string) =>
  inCustomer(ctx, (tx) =>
    tx.payerMapping.create({ data: { customerId: ctx.customerId, id: newId<Id<"mapping">>(), rawName, payerName: "x" } }),
  );
const create = (rawName: string) => async () => {
  const { id } = await createMapping(rawName);
  return { status: 201, body: id };
};

describe("runIdempotent", () => {
  it("answers a repetition with the first answer and has the effect once", async () => {
    const first = await runIdempotent(ctx, request("k1"), create("once"));
    const second = await runIdempotent(ctx, request("k1"), create("once"));
    expect(second).toEqual({ ...first, isReplay: true });
  });

  it("refuses the same key with another body, path or method", async () => {
    await runIdempotent(ctx, request("k2"), create("k2"));
    const refused = { code: "INVALID", detail: { reason: "idempotency-key-reused" } };
    await expect(runIdempotent(ctx, request("k2", '{"other":1}'), create("never"))).rejects.toMatchObject(refused);
    await expect(runIdempotent(ctx, { ...request("k2"), path: "/other" }, create("never"))).rejects.toMatchObject(refused);
    await expect(runIdempotent(ctx, { ...request("k2"), method: "PATCH" }, create("never"))).rejects.toMatchObject(refused);
  });

  it("refuses a repetition while the first still runs", async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    let entered: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => (entered = resolve));
    const first = runIdempotent(ctx, request("k3"), async () => {
      entered();
      await gate;
      return { status: 200, body: "done" };
    });
    await inside;
    await expect(runIdempotent(ctx, request("k3"), create("never"))).rejects.toMatchObject({
      code: "CONFLICT",
      detail: { reason: "still-running" },
    });
    release();
    expect(await first).toMatchObject({ body: "done", isReplay: false });
  });

  it("keeps nothing when the effect fails, so that it can be tried again", async () => {
    await expect(runIdempotent(ctx, request("k4"), () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await runIdempotent(ctx, request("k4"), create("k4"))).toMatchObject({ status: 201, isReplay: false });
  });

  it("belongs to one customer", async () => {
    const other = await createCustomer(database.db, { clock });
    await runIdempotent(ctx, request("k5"), async () => ({ status: 200, body: "ours" }));
    expect(await runIdempotent(other, request("k5"), async () => ({ status: 200, body: "theirs" }))).toMatchObject({ body: "theirs" });
  });

  it("forgets a key after 24 hours", async () => {
    await runIdempotent(ctx, request("k6"), async () => ({ status: 200, body: "old" }));
    clock.advance(24 * 60 * 60 * 1000 - 1);
    expect(await runIdempotent(ctx, request("k6"), async () => ({ status: 200, body: "new" }))).toMatchObject({ body: "old" });
    clock.advance(2);
    expect(await runIdempotent(ctx, request("k6", "other"), async () => ({ status: 200, body: "new" }))).toMatchObject({
      body: "new",
      isReplay: false,
    });
    expect(await purgeIdempotencyKeys(ctx)).toBeGreaterThan(0);
    expect(await runIdempotent(ctx, request("k6", "other"), create("never"))).toMatchObject({ body: "new" });
  });
});
