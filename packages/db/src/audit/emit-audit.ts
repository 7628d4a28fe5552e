import type { AnyTx, CustomerCtx } from "../ctx.ts";
import { executeSql, sql } from "../run-sql.ts";
import { diff } from "./diff.ts";

export type AuditEntry = {
  /** `noun.verb`, for example `alert.acknowledge`. */
  action: string;
  /** The kind of thing, for example `alert`; the classes of its table decide what is shown. */
  entity: string;
  entityId?: string | null | undefined;
  /** Counts, ids and words to keep; never PHI. */
  payload?: Record<string, unknown> | undefined;
  /** The row before (absent: it was created) and after (absent: it is gone); only their difference is kept. */
  before?: object | undefined;
  after?: object | undefined;
};

const MAX_BYTES = 16_384;

function payloadOf(ctx: Pick<CustomerCtx, "phi">, entry: AuditEntry): string {
  const { before, after, payload = {} } = entry;
  if (before === undefined && after === undefined) return JSON.stringify(payload);
  const changes = diff({ entity: entry.entity, digestKey: ctx.phi.digestKey }, before ?? {}, after ?? {});
  const whole = JSON.stringify({ ...payload, changes });
  return Buffer.byteLength(whole) <= MAX_BYTES ? whole : JSON.stringify({ ...payload, changed: Object.keys(changes) });
}

/** Writes one entry of the customer's audit chain in the open transaction; who, when and which request the database adds. */
export async function emitAudit(tx: AnyTx, ctx: Pick<CustomerCtx, "phi">, entry: AuditEntry): Promise<void> {
  const payload = payloadOf(ctx, entry);
  await executeSql(
    tx,
    sql`INSERT INTO audit.event (action, entity, entity_id, payload) VALUES (${entry.action}, ${entry.entity}, ${entry.entityId ?? null}, ${payload})`,
  );
}
