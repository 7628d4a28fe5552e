import type { CustomerId } from "@upstream/core";
import { asSystem } from "@upstream/db";
import type { AuthDeps } from "../auth-deps.ts";

/** The chain of events that belong to no customer, such as a refused sign-in of an unknown address. */
export const platformChain = "00000000-0000-0000-0000-000000000000" as CustomerId;

export type AuthAudit = { requestId: string; action: string; entity: string; entityId: string | null; payload?: Record<string, unknown> };

/** One audit entry about sign-in or tokens, written as `actor` into the customer's chain, or the platform's where there is none. */
export async function writeAuthAudit(
  deps: AuthDeps,
  entry: AuthAudit & { customerId: CustomerId | string | null; actor: string },
): Promise<void> {
  const customerId = (entry.customerId ?? platformChain) as CustomerId;
  await asSystem(
    "sign-in",
    deps.db,
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.actor', ${entry.actor}, true)`;
      await tx.$executeRaw`INSERT INTO audit.event (action, entity, entity_id, payload)
        VALUES (${entry.action}, ${entry.entity}, ${entry.entityId}, ${JSON.stringify(entry.payload ?? {})})`;
    },
    { customerId, requestId: entry.requestId },
  );
}
