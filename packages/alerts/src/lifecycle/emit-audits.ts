import { executeSql, sql } from "@upstream/db";
import type { AnyTx } from "@upstream/db";

export type AuditLine = { action: string; entity: string; entityId: string; payload: Record<string, unknown> };

/** Many entries of the audit chain in one statement; payloads hold ids, counts and words. */
export async function emitAudits(tx: AnyTx, lines: readonly AuditLine[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = JSON.stringify(lines.map((line) => ({ ...line, payload: JSON.stringify(line.payload) })));
  await executeSql(
    tx,
    sql`INSERT INTO audit.event (action, entity, entity_id, payload)
      SELECT e.value->>'action', e.value->>'entity', e.value->>'entityId', e.value->>'payload'
      FROM jsonb_array_elements(${rows}::jsonb) WITH ORDINALITY AS e(value, place) ORDER BY e.place`,
  );
}
