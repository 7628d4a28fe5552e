import { fixedClock } from "@upstream/core";
import { createCustomer, eventsOf, expectAudit, testDatabase, type TestDatabase } from "@upstream/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { requestDriftRun } from "./request-drift-run.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it("asks for a run as of the customer's today or before, and for none of a day that has not come", async () => {
  const ctx = await createCustomer(database.db, { clock: fixedClock("2026-05-21T01:00:00Z") });
  for (const asOf of [undefined, "2024-02-29", "2026-05-20"]) await requestDriftRun(ctx, { asOf });
  for (const asOf of ["2026-05-21", "9999-12-31"])
    await expect(requestDriftRun(ctx, { asOf })).rejects.toMatchObject({
      code: "INVALID",
      detail: { errors: [{ pointer: "/asOf", code: "future" }] },
    });
  expect((await eventsOf(ctx)).map(({ name, data }) => [name, data["asOf"]])).toEqual([
    ["drift.run-requested", undefined],
    ["drift.run-requested", "2024-02-29"],
    ["drift.run-requested", "2026-05-20"],
  ]);
  await expectAudit(ctx, { action: "drift.request", payload: { asOf: "2026-05-20" } });
});
