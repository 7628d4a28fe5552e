import type { CustomerId } from "@upstream/core";
import { asSystem } from "@upstream/db";
import type { AuthDeps } from "../auth-deps.ts";
import { addAuthAudit } from "./add-auth-audit.ts";
import type { AuthAudit } from "./add-auth-audit.ts";

/** The chain of events that belong to no customer, such as a refused sign-in of an unknown address. */
export const platformChain = "00000000-0000-0000-0000-000000000000" as CustomerId;

/** One audit entry about sign-in or tokens, written as `actor` into the customer's chain, or the platform's where there is none. */
export async function writeAuthAudit(deps: AuthDeps, entry: AuthAudit & { customerId: CustomerId | string | null }): Promise<void> {
  const customerId = (entry.customerId ?? platformChain) as CustomerId;
  await asSystem("sign-in", deps.db, (tx) => addAuthAudit(tx, entry), { customerId, requestId: entry.requestId });
}
