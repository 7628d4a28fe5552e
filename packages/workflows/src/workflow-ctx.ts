import { findOutboxEvent } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { openCustomer } from "@upstream/tenancy";
import { NonRetriableError } from "inngest";
import { toStepError } from "./step-error.ts";
import type { WorkflowDeps } from "./workflow-deps.ts";

type Work<R> = {
  /** The workflow, as the audit log will show it. */
  name: string;
  event: { id?: string | undefined };
  run: (ctx: CustomerCtx) => Promise<R>;
};

/** The context a step acts in: whose event this is stands in the outbox row of that id and nowhere else. */
export async function workflowCtx(deps: WorkflowDeps, work: Pick<Work<unknown>, "name" | "event">): Promise<CustomerCtx> {
  const { id } = work.event;
  const row = id === undefined ? undefined : await findOutboxEvent(deps.db, id);
  if (row === undefined) throw new NonRetriableError("The event stands in no outbox");
  return openCustomer(deps, {
    customerId: row.customerId,
    actor: { kind: "workflow", name: work.name },
    requestId: row.requestId ?? row.id,
  });
}

/** Runs a step's verb in the customer of its event; what it throws is fit to be stored with a driver. */
export async function runAsWorkflow<R>(deps: WorkflowDeps, work: Work<R>): Promise<R> {
  try {
    return await work.run(await workflowCtx(deps, work));
  } catch (error) {
    throw toStepError(error);
  }
}
