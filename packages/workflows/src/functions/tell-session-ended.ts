import { tellSessionEnded as tell } from "@upstream/alerts";
import { refreshReused } from "../events.ts";
import { runAsWorkflow } from "../workflow-ctx.ts";
import { perCustomer } from "./workflow.ts";
import type { WorkflowFactory } from "./workflow.ts";

const name = "tell-session-ended";

/** Plans the mail to a person whose session ended because its refresh token was shown twice. */
export const tellSessionEnded: WorkflowFactory = ({ inngest, deps }) =>
  inngest.createFunction({ id: name, triggers: [refreshReused], retries: 4, concurrency: [...perCustomer] }, async ({ event, step }) => {
    const { userId } = event.data;
    await step.run("plan", () => runAsWorkflow(deps, { name, event, run: (ctx) => tell(ctx, { eventId: event.id ?? "", userId }) }));
  });
