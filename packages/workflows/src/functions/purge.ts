import { purgeIdempotencyKeys, purgeRateLimits } from "@upstream/db";
import { purgeSignIns } from "@upstream/tenancy";
import { inEachCustomer, listCustomerZones } from "../in-each-customer.ts";
import type { WorkflowFactory } from "./workflow.ts";

const name = "purge";
const KEEP_RUNS_MS = 30 * 24 * 3_600_000;

/** Every night, removes what no longer serves: finished runs, spent rate limits, ended sessions, old idempotency keys. */
export const purge: WorkflowFactory = ({ inngest, deps, embedded }) =>
  inngest.createFunction(
    { id: name, triggers: [{ cron: "20 3 * * *" }], retries: 4, concurrency: 1 },
    async ({ step, runId: requestId }) => {
      await step.run("finished runs", async () => (await embedded?.purge(KEEP_RUNS_MS)) ?? null);
      await step.run("rate limits", () => purgeRateLimits(deps.db, deps.clock.now()));
      await step.run("sign-ins", () => purgeSignIns(deps.db, deps.clock.now()));
      await step.run("idempotency keys", async () =>
        inEachCustomer(deps, await listCustomerZones(deps), {
          name,
          requestId,
          run: async (ctx) => {
            await purgeIdempotencyKeys(ctx);
          },
        }),
      );
    },
  );
