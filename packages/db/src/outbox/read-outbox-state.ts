import type { Db } from "../handles.ts";
import { readAsSystem } from "../system-read.ts";

export type OutboxState = { waiting: number; oldestSeconds: number };

/** How many events wait to be sent, and for how long the oldest has. */
export async function readOutboxState(db: Db, now: Date): Promise<OutboxState> {
  const [state] = await readAsSystem<OutboxState>("health", db, {
    name: "outbox-state",
    text: `SELECT count(*)::int AS waiting, coalesce(greatest(extract(epoch FROM $1::timestamptz - min(created_at)), 0), 0)::float8 AS "oldestSeconds"
      FROM outbox_events WHERE sent_at IS NULL`,
    params: [now],
  });
  return state ?? { waiting: 0, oldestSeconds: 0 };
}
