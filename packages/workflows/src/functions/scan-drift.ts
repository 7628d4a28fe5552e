import { runDrift } from "@upstream/drift";
import { driftRunRequested, uploadProcessed, uploadVoided } from "../events.ts";
import { runAsWorkflow } from "../workflow-ctx.ts";
import { perCustomer } from "./workflow.ts";
import type { WorkflowFactory } from "./workflow.ts";

const name = "scan-drift";

/** Looks for drift after an upload or its void, on schedule and on demand; the run's own key makes two requests one run. */
export const scanDrift: WorkflowFactory = ({ inngest, deps }) =>
  inngest.createFunction(
    { id: name, triggers: [uploadProcessed, uploadVoided, driftRunRequested], retries: 4, concurrency: [...perCustomer] },
    async ({ event, step }) => {
      const request = event.name === "drift.run-requested" ? { kind: event.data.kind, asOf: event.data.asOf } : { kind: "upload" as const };
      return step.run("scan", () =>
        runAsWorkflow(deps, {
          name,
          event,
          run: async (ctx) => {
            const run = await runDrift(ctx, request);
            return { runId: run.id };
          },
        }),
      );
    },
  );
