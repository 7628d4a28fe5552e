import { planEventDeliveries } from "@upstream/alerts";
import { alertRaised, alertResolved, driftDetected, driftRecovered, uploadFailed, uploadProcessed, webhookTest } from "../events.ts";
import { runAsWorkflow } from "../workflow-ctx.ts";
import { perCustomer } from "./workflow.ts";
import type { WorkflowFactory } from "./workflow.ts";

const name = "plan-webhooks";
const triggers = [uploadProcessed, uploadFailed, driftDetected, driftRecovered, alertRaised, alertResolved, webhookTest];

/** Plans one delivery for each endpoint that subscribes to an event. */
export const planWebhooks: WorkflowFactory = ({ inngest, deps }) =>
  inngest.createFunction({ id: name, triggers, retries: 4, concurrency: [...perCustomer] }, async ({ event, step }) => {
    const planned = { eventId: event.id ?? "", name: event.name, data: event.data, occurredAt: new Date(event.ts) };
    await step.run("plan", () =>
      runAsWorkflow(deps, {
        name,
        event,
        run: async (ctx) => {
          await planEventDeliveries(ctx, planned, deps.outbound);
        },
      }),
    );
  });
