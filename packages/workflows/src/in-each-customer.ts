import { errorWord } from "@upstream/core";
import type { CustomerId } from "@upstream/core";
import { asSystem } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { openCustomer } from "@upstream/tenancy";
import type { WorkflowDeps } from "./workflow-deps.ts";

export type CustomerZone = { customerId: CustomerId; timeZone: string };

type Work<T> = {
  /** The workflow, as the audit log will show it. */
  name: string;
  requestId: string;
  run: (ctx: CustomerCtx, item: T) => Promise<void>;
};

/** Every customer with its time zone. */
export async function listCustomerZones({ db }: WorkflowDeps): Promise<CustomerZone[]> {
  const customers = await asSystem("cron-fan-out", db, (tx) =>
    tx.customer.findMany({ select: { id: true, timeZone: true }, orderBy: { id: "asc" } }),
  );
  return customers.map(({ id, timeZone }) => ({ customerId: id as CustomerId, timeZone }));
}

/** Does a piece of work for each item in its customer; one that fails is logged and keeps no other waiting. */
export async function inEachCustomer<T extends { customerId: CustomerId }>(
  deps: WorkflowDeps,
  items: readonly T[],
  { name, requestId, run }: Work<T>,
): Promise<{ done: number; failed: number }> {
  let failed = 0;
  for (const item of items) {
    const { customerId } = item;
    try {
      await run(await openCustomer(deps, { customerId, actor: { kind: "workflow", name }, requestId }), item);
    } catch (error) {
      failed += 1;
      deps.logger.error("Scheduled work failed for a customer", { workflow: name, customerId, error: errorWord(error) });
    }
  }
  return { done: items.length - failed, failed };
}
