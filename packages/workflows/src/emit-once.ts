import type { DomainEvent } from "@upstream/core";
import { inCustomer, once, recordEvent } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";

/** Puts an event into the customer's outbox once for each key, however often it is asked to. */
export async function emitOnce(ctx: CustomerCtx, key: string, event: DomainEvent): Promise<void> {
  await inCustomer(ctx, (tx) => once(tx, "workflows", key, () => recordEvent(tx, ctx, event)));
}
