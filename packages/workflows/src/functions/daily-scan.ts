import { driftRunRequested } from "@upstream/drift";
import { emitOnce } from "../emit-once.ts";
import { inEachCustomer, listCustomerZones } from "../in-each-customer.ts";
import { dailySlot } from "./scan-slots.ts";
import type { WorkflowFactory } from "./workflow.ts";

const name = "daily-scan";

/** Every hour, asks for the daily drift run of each customer whose own hour has come; a slot is asked for once. */
export const dailyScan: WorkflowFactory = ({ inngest, deps }) =>
  inngest.createFunction({ id: name, triggers: [{ cron: "0 * * * *" }], retries: 4, concurrency: 1 }, async ({ step, runId: requestId }) =>
    step.run("fan out", async () => {
      const now = deps.clock.now();
      const customers = (await listCustomerZones(deps)).map((customer) => ({ ...customer, asOf: dailySlot(customer.timeZone, now) }));
      const due = customers.flatMap(({ customerId, asOf }) => (asOf === undefined ? [] : [{ customerId, asOf }]));
      return inEachCustomer(deps, due, {
        name,
        requestId,
        run: (ctx, { asOf }) => emitOnce(ctx, `daily:${asOf}`, driftRunRequested({ kind: "daily", asOf })),
      });
    }),
  );
