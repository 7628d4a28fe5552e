import { attemptDeliveries } from "@upstream/alerts";
import type { CustomerCtx } from "@upstream/db";
import { deliveryDue } from "../events.ts";
import { runAsWorkflow } from "../workflow-ctx.ts";
import type { WorkflowDeps } from "../workflow-deps.ts";
import type { WorkflowFactory } from "./workflow.ts";

const name = "deliver";
const MAX_BATCHES = 100;
/** A retry due sooner than this is waited for here; later ones wait in the database for the sweep. */
const SOON_MS = 60_000;

/** `waitMs` is set when the next retry is due soon, in whole seconds: the driver cuts off the rest. */
type Batch = { isMore: boolean; waitMs: number | null };

async function attemptBatch(ctx: CustomerCtx, targetKey: string, deps: WorkflowDeps): Promise<Batch> {
  const { isMore, nextDueAt } = await attemptDeliveries(ctx, { targetKey }, deps.outbound);
  if (isMore || nextDueAt === null) return { isMore, waitMs: null };
  const waitMs = Date.parse(nextDueAt) - deps.clock.now().getTime();
  return { isMore, waitMs: waitMs > SOON_MS ? null : Math.max(Math.ceil(waitMs / 1_000), 1) * 1_000 };
}

/** Drains the due deliveries of one endpoint, mailbox or channel; when to try again stands in the deliveries themselves. */
export const deliver: WorkflowFactory = ({ inngest, deps }) =>
  inngest.createFunction(
    {
      id: name,
      triggers: [deliveryDue],
      retries: 4,
      concurrency: [{ key: "event.data.customerId + '/' + event.data.targetKey", limit: 1 }, { limit: 16 }],
    },
    async ({ event, step }) => {
      const { targetKey } = event.data;
      for (let batch = 1; batch <= MAX_BATCHES; batch += 1) {
        const { isMore, waitMs } = await step.run(`batch ${batch}`, () =>
          runAsWorkflow(deps, { name, event, run: (ctx) => attemptBatch(ctx, targetKey, deps) }),
        );
        if (!isMore && waitMs === null) return;
        if (waitMs !== null) await step.sleep(`retry ${batch}`, waitMs);
      }
    },
  );
