import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSqlExecutor } from "./sql-executor.ts";
import type { SqlExecutor } from "./sql-executor.ts";
import { testDatabase } from "./testing/test-database.ts";
import type { TestDatabase } from "./testing/test-database.ts";

let database: TestDatabase;
let executor: SqlExecutor;

beforeAll(async () => {
  database = await testDatabase();
  executor = createSqlExecutor({ jobsUrl: database.urls.jobsUrl, poolSize: 2 });
});
afterAll(async () => {
  await executor.close();
  await database.close();
});

const insert = "INSERT INTO jobs.events (id, name, data, received_at) VALUES ($1, 'upload.received', '{}', now())";
const count = async (id: string) => (await executor.executeSql("SELECT count(*)::int AS n FROM jobs.events WHERE id = $1", [id])).rows;

describe("createSqlExecutor", () => {
  it("runs statements as app_jobs, which sees no customer's rows", async () => {
    expect((await executor.executeSql("SELECT current_user AS name")).rows).toEqual([{ name: "app_jobs" }]);
    await expect(executor.executeSql("SELECT * FROM public.customers")).rejects.toThrow("permission denied");
  });

  it("keeps all of a transaction or nothing", async () => {
    await executor.inTransaction((tx) => tx.executeSql(insert, ["kept"]));
    const failing = executor.inTransaction(async (tx) => {
      await tx.executeSql(insert, ["lost"]);
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    expect([await count("kept"), await count("lost")]).toEqual([[{ n: 1 }], [{ n: 0 }]]);
  });
});
