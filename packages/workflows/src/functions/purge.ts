import { purgeEffects, purgeIdempotencyKeys, purgeRateLimits, purgeSentEvents } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { purgeSignIns } from "@upstream/tenancy";
import { inEachCustomer, listCustomerZones } from "../in-each-customer.ts";
import { KEEP_MS, eventsBefore } from "./events-before.ts";
import type { WorkflowFactory } from "./workflow.ts";

const name = "purge";

async function purgeCustomer(ctx: CustomerCtx, before: Date): Promise<void> {
  await purgeIdempotencyKeys(ctx);
  await purgeSentEvents(ctx, before);
  await purgeEffects(ctx, before);
}

/** Every night, removes what no longer serves: finished runs, spent rate limits, ended sessions, old idempotency keys, sent events and the effects they had. */
export const purge: WorkflowFactory = ({ inngest, deps, embedded }) =>
  inngest.createFunction(
    { id: name, triggers: [{ cron: "20 3 * * *" }], retries: 4, concurrency: 1 },
    async ({ step, runId: requestId }) => {
      const runs = await step.run("finished runs", async () => (await embedded?.purge(KEEP_MS)) ?? null);
      await step.run("rate limits", () => purgeRateLimits(deps.db, deps.clock.now()));
      await step.run("sign-ins", () => purgeSignIns(deps.db, deps.clock.now()));
      await step.run("customers", async () => {
        const before = eventsBefore(deps.clock.now(), runs?.oldestActive ?? null);
        return inEachCustomer(deps, await listCustomerZones(deps), { name, requestId, run: (ctx) => purgeCustomer(ctx, before) });
      });
    },
  );
