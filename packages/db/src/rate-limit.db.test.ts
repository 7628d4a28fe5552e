import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDb } from "./client.ts";
import { createRateLimiter, purgeRateLimits } from "./rate-limit.ts";
import { testDatabase } from "./testing/test-database.ts";
import type { TestDatabase } from "./testing/test-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe("createRateLimiter", () => {
  it("counts down, then refuses with the time to wait", async () => {
    const limiter = createRateLimiter(database.db, { name: "default", points: 3, windowSeconds: 60 });
    const states = [await limiter.consume("user:1"), await limiter.consume("user:1"), await limiter.consume("user:1")];
    expect(states.map((state) => state.remaining)).toEqual([2, 1, 0]);
    await expect(limiter.consume("user:1")).rejects.toMatchObject({ code: "LIMITED", detail: { reason: "default" } });
    const refused = await limiter.count("user:1");
    expect(refused).toMatchObject({ isAllowed: false, limit: 3, remaining: 0 });
    expect(refused.resetSeconds).toBeGreaterThan(50);
  });

  it("keeps keys and policies apart", async () => {
    const policy = { points: 1, windowSeconds: 60 };
    const read = createRateLimiter(database.db, { name: "read", ...policy });
    await read.consume("user:1");
    expect(await read.count("user:2")).toMatchObject({ isAllowed: true });
    expect(await createRateLimiter(database.db, { name: "write", ...policy }).count("user:1")).toMatchObject({ isAllowed: true });
  });

  it("shares one count among processes and loses none at the same time", async () => {
    const policy = { name: "shared", points: 50, windowSeconds: 60 };
    const second = createDb({ ...database.urls, poolSize: 2 });
    const limiters = [createRateLimiter(database.db, policy), createRateLimiter(second, policy)];
    const states = await Promise.all(Array.from({ length: 120 }, (_, index) => limiters[index % 2]?.count("all")));
    expect(states.filter((state) => state?.isAllowed)).toHaveLength(50);
    await second.close();
  });

  it("removes counters of windows that are over", async () => {
    const limiter = createRateLimiter(database.db, { name: "purged", points: 1, windowSeconds: 60 });
    await limiter.consume("x");
    expect(await purgeRateLimits(database.db, new Date("2000-01-01"))).toBe(0);
    expect(await purgeRateLimits(database.db, new Date("2100-01-01"))).toBeGreaterThan(0);
  });
});
