import type { Tx } from "@upstream/db";

export type AuthAudit = {
  actor: string;
  requestId: string;
  action: string;
  entity: string;
  entityId: string | null;
  payload?: Record<string, unknown>;
};

/** Adds the entry in a transaction of `asSystem` that is bound to the chain's customer. */
export async function addAuthAudit(tx: Tx, entry: AuthAudit): Promise<void> {
  await tx.$executeRaw`SELECT set_config('app.actor', ${entry.actor}, true)`;
  await tx.$executeRaw`INSERT INTO audit.event (action, entity, entity_id, payload)
    VALUES (${entry.action}, ${entry.entity}, ${entry.entityId}, ${JSON.stringify(entry.payload ?? {})})`;
}
