import { evaluateDrift } from "@upstream/alerts";
import { driftRunCompleted } from "../events.ts";
import { runAsWorkflow } from "../workflow-ctx.ts";
import { perCustomer } from "./workflow.ts";
import type { WorkflowFactory } from "./workflow.ts";

const name = "evaluate-alerts";

/** Decides who hears about what a drift run found, and plans their deliveries. */
export const evaluateAlerts: WorkflowFactory = ({ inngest, deps }) =>
  inngest.createFunction(
    { id: name, triggers: [driftRunCompleted], retries: 4, idempotency: "event.data.runId", concurrency: [...perCustomer] },
    async ({ event, step }) => {
      const { runId } = event.data;
      await step.run("evaluate", () =>
        runAsWorkflow(deps, {
          name,
          event,
          run: async (ctx) => {
            await evaluateDrift(ctx, { runId });
          },
        }),
      );
      return { runId };
    },
  );
