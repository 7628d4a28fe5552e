import { errorWord } from "@upstream/core";
import { listenOutbox, relayOutbox } from "@upstream/db";
import type { OutboxRow } from "@upstream/db";
import type { Inngest } from "inngest";
import type { WorkflowDeps } from "./workflow-deps.ts";

export type Relay = { stop(): Promise<void> };
type RelayDeps = Pick<WorkflowDeps, "db" | "clock" | "logger">;

const BATCH = 500;
const POLL_MS = 1_000;

function toSent(row: OutboxRow): { id: string; name: string; data: Record<string, unknown>; ts: number } {
  return { id: row.id, name: row.name, data: { ...row.data, customerId: row.customerId }, ts: row.createdAt.getTime() };
}

/**
 * Carries the outbox to the driver, in order per customer, woken by each commit and at the latest after a second.
 * The event's id is its outbox id, so sending twice starts nothing twice.
 */
export function startRelay(deps: RelayDeps, inngest: Pick<Inngest, "send">): Relay {
  let isWanted = false;
  let isStopped = false;
  let draining: Promise<void> | undefined;
  const send = async (rows: OutboxRow[]): Promise<void> => {
    await inngest.send(rows.map(toSent));
  };
  const drain = async (): Promise<void> => {
    while (isWanted && !isStopped) {
      isWanted = false;
      const sent = await relayOutbox(deps.db, BATCH, send);
      if (sent === BATCH) isWanted = true;
    }
  };
  const wake = (): void => {
    isWanted = true;
    if (isStopped) return;
    draining ??= drain()
      .catch((error: unknown) => deps.logger.warn("Could not relay the outbox", { error: errorWord(error) }))
      .finally(() => {
        draining = undefined;
        if (isWanted) wake();
      });
  };
  const listener = listenOutbox(deps.db, deps, wake);
  const timer = setInterval(wake, POLL_MS);
  return {
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await listener.stop();
      await draining;
    },
  };
}
