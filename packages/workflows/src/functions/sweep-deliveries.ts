import { announceDueTargets, findDueTargets } from "@upstream/alerts";
import { inEachCustomer } from "../in-each-customer.ts";
import type { WorkflowFactory } from "./workflow.ts";

const name = "sweep-deliveries";

/** Every minute, wakes the delivery of whatever is due: retries whose time has come, and what was lost on the way. */
export const sweepDeliveries: WorkflowFactory = ({ inngest, deps }) =>
  inngest.createFunction({ id: name, triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: 1 }, async ({ step, runId: requestId }) =>
    step.run("sweep", async () => {
      const targets = Map.groupBy(await findDueTargets(deps.db, deps.clock.now()), (target) => target.customerId);
      const items = [...targets].map(([customerId, own]) => ({ customerId, keys: own.map((target) => target.targetKey) }));
      return inEachCustomer(deps, items, { name, requestId, run: (ctx, { keys }) => announceDueTargets(ctx, keys) });
    }),
  );
