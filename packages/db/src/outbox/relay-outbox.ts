import type { Db } from "../handles.ts";
import { asSystem } from "../system-tx.ts";
import { claimBatch } from "./claim-batch.ts";
import type { OutboxRow } from "./claim-batch.ts";
import { markSent } from "./mark-sent.ts";

/**
 * Sends one batch and marks it, at least once: when `send` throws or the process dies, the batch waits again.
 * `send` must take less than ten seconds. Answers with the number of events sent.
 */
export async function relayOutbox(db: Db, limit: number, send: (events: OutboxRow[]) => Promise<void>): Promise<number> {
  return asSystem("outbox-relay", db, async (tx) => {
    const events = await claimBatch(tx, limit);
    if (events.length === 0) return 0;
    await send(events);
    await markSent(
      tx,
      events.map((event) => event.id),
    );
    return events.length;
  });
}

/** The outbox row of an event id, which alone says whose event it is. */
export async function findOutboxEvent(db: Db, id: string): Promise<OutboxRow | undefined> {
  return asSystem("outbox-relay", db, async (tx) => {
    const row = await tx.outboxEvent.findFirst({ where: { id } });
    if (row === null) return undefined;
    const { customerId, name, data, requestId, createdAt } = row;
    return { id, customerId, name, data, requestId, createdAt } as OutboxRow;
  });
}
