import { abandonUpload, findAbandonedUploads, findStuckUploads, uploadReceived } from "@upstream/claims";
import { emitOnce } from "../emit-once.ts";
import { inEachCustomer } from "../in-each-customer.ts";
import type { WorkflowFactory } from "./workflow.ts";

const name = "sweep-uploads";

/**
 * Every ten minutes, sets uploads going again that nobody works on, each once an hour (one that has a run already starts none), and
 * ends those whose sender is gone.
 */
export const sweepUploads: WorkflowFactory = ({ inngest, deps }) =>
  inngest.createFunction(
    { id: name, triggers: [{ cron: "*/10 * * * *" }], retries: 0, concurrency: 1 },
    async ({ step, runId: requestId }) => {
      await step.run("abandoned", async () =>
        inEachCustomer(deps, await findAbandonedUploads(deps.db, deps.clock.now()), { name, requestId, run: abandonUpload }),
      );
      return step.run("sweep", async () => {
        const now = deps.clock.now();
        const hour = now.toISOString().slice(0, 13);
        return inEachCustomer(deps, await findStuckUploads(deps.db, now), {
          name,
          requestId,
          run: (ctx, { uploadId }) => emitOnce(ctx, `upload:${uploadId}:${hour}`, uploadReceived({ uploadId })),
        });
      });
    },
  );
