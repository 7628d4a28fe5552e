import type { Inngest, InngestFunction } from "inngest";
import type { EmbeddedExecutor } from "../embedded/create-embedded.ts";
import type { WorkflowDeps } from "../workflow-deps.ts";

/** What a workflow is made from: the client it belongs to and what its steps need. */
export type WorkflowHost = { inngest: Inngest; deps: WorkflowDeps; embedded: EmbeddedExecutor | undefined };
export type WorkflowFactory = (host: WorkflowHost) => InngestFunction.Any;

/** One run at a time for each customer, a few in all: keeps a customer's order and protects the database. */
export const perCustomer = [{ key: "event.data.customerId", limit: 1 }, { limit: 4 }] as const;
