import { newId, silentLogger, systemClock } from "@upstream/core";
import type { CustomerId, Id } from "@upstream/core";
import { inCustomer, recordEvent } from "@upstream/db";
import { testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { createCustomer } from "@upstream/tenancy";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAsWorkflow } from "./workflow-ctx.ts";
import type { WorkflowDeps } from "./workflow-deps.ts";

describe("the context of a step", () => {
  let database: TestDatabase;
  let deps: WorkflowDeps;
  beforeAll(async () => {
    database = await testDatabase();
    const outbound = undefined as unknown as WorkflowDeps["outbound"];
    deps = { db: database.db, clock: systemClock, logger: silentLogger, kek: { id: 1, key: randomBytes(32) }, outbound };
  });
  afterAll(() => database.close());

  const makeCustomer = async (name: string) => {
    const input = { name, timeZone: "America/New_York", owner: { email: `${newId<Id<"user">>()}@example.com`, name: "Test Owner" } };
    const { ctx } = await createCustomer(deps, input, { actor: { kind: "system", reason: "test" }, requestId: newId<Id<"request">>() });
    return ctx;
  };

  it("belongs to the customer of the outbox row, whatever the event's data say", async () => {
    const [mine, other] = [await makeCustomer("Mine"), await makeCustomer("Other")];
    const id = await inCustomer(mine, (tx) => recordEvent(tx, mine, { name: "test.asked", data: {} }));
    const event = { id, data: { customerId: other.customerId } };
    const seen = await runAsWorkflow(deps, {
      name: "test",
      event,
      run: async (ctx) => ({ customerId: ctx.customerId, actor: ctx.actor, requestId: ctx.requestId }),
    });
    expect(seen).toEqual({ customerId: mine.customerId, actor: { kind: "workflow", name: "test" }, requestId: mine.requestId });
  });

  it("does not exist for an event that stands in no outbox", async () => {
    const run = (event: { id?: string }): Promise<CustomerId> =>
      runAsWorkflow(deps, { name: "test", event, run: async (ctx) => ctx.customerId });
    await expect(run({ id: newId<Id<"event">>() })).rejects.toThrow("no outbox");
    await expect(run({})).rejects.toThrow("no outbox");
  });
});
