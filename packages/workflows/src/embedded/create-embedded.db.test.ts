import { fixedClock, silentLogger } from "@upstream/core";
import { testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { Inngest, NonRetriableError } from "inngest";
import type { InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createEmbedded, newKeys } from "./create-embedded.ts";
import type { EmbeddedExecutor } from "./create-embedded.ts";
import { openJobsDb } from "./jobs-db.ts";

const quiet = { info() {}, warn() {}, error() {}, debug() {} };
const DAY_MS = 24 * 3_600_000;

describe("the embedded executor's keeping of runs", () => {
  let database: TestDatabase;
  const opened: EmbeddedExecutor[] = [];
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterEach(async () => {
    for (const executor of opened.splice(0)) await executor.stop();
  });
  afterAll(() => database.close());

  const open = async (id: string, define: (inngest: Inngest) => InngestFunction.Any[]) => {
    const clock = fixedClock("2026-03-02T12:00:00.000Z");
    const keys = newKeys();
    const executor = createEmbedded({ jobsUrl: database.urlOf("app_jobs"), clock, keys, logger: silentLogger });
    const { baseUrl, fetch } = executor.client;
    const inngest = new Inngest({ id, ...keys, baseUrl, fetch, isDev: false, checkpointing: false, logger: quiet });
    await executor.start(serve({ client: inngest, functions: define(inngest) }));
    opened.push(executor);
    const ended = async (eventId: string): Promise<void> => {
      await expect
        .poll(async () => (await executor.runsOf(eventId)).every((run) => run.status !== "active"), { timeout: 10_000 })
        .toBe(true);
    };
    return { clock, executor, inngest, ended };
  };

  it("counts runs for metrics, and deletes finished ones after their time", async () => {
    const { clock, executor, inngest, ended } = await open("kept", (client) => [
      client.createFunction({ id: "fails", triggers: [{ event: "kept/asked" }], retries: 0 }, async () => {
        throw new NonRetriableError("no");
      }),
      client.createFunction({ id: "sleeps", triggers: [{ event: "kept/slept" }] }, async ({ step }) => step.sleep("long", "90d")),
    ]);
    const [failed = ""] = (await inngest.send({ name: "kept/asked" })).ids;
    await ended(failed);
    const asleepSince = clock.now();
    await inngest.send({ name: "kept/slept" });
    const load = await executor.load();
    expect(load.map((one) => [one.functionId, one.active, one.failedLastDay])).toEqual([
      ["kept-fails", 0, 1],
      ["kept-sleeps", 1, 0],
    ]);
    clock.advance(31 * DAY_MS);
    expect(await executor.purge(30 * DAY_MS)).toEqual({ runs: 1, oldestActive: asleepSince });
    expect(await executor.runsOf(failed)).toEqual([]);
    expect((await executor.load()).map((one) => one.functionId)).toEqual(["kept-sleeps"]);
  });

  it("stores results and errors whose texts PostgreSQL would refuse", async () => {
    const { executor, inngest, ended } = await open("texts", (client) => [
      client.createFunction({ id: "odd", triggers: [{ event: "texts/asked" }], retries: 0 }, async ({ step }) =>
        step.run("odd", () => `a\0b\ud800c`),
      ),
    ]);
    const [eventId = ""] = (await inngest.send({ name: "texts/asked" })).ids;
    await ended(eventId);
    expect((await executor.runsOf(eventId))[0]).toMatchObject({ status: "completed", result: "ab\ufffdc" });
  });

  it("signs in as a role that sees the job tables and nothing else", async () => {
    const jobs = await openJobsDb({ jobsUrl: database.urlOf("app_jobs"), maxConnections: 1, onError: () => undefined });
    expect(await jobs.sql("SELECT 1 AS one FROM jobs.version")).toEqual([{ one: 1 }]);
    for (const table of ["public.customers", "public.outbox_events", "audit.event"])
      await expect(jobs.sql(`SELECT 1 FROM ${table}`)).rejects.toThrow("permission denied");
    await jobs.close();
  });
});
