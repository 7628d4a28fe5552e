import { errorWord } from "@upstream/core";
import type { Clock, Logger } from "@upstream/core";
import pg from "pg";
import { handlesOf } from "../handles.ts";
import type { Db } from "../handles.ts";

export type OutboxListener = { stop(): Promise<void> };

const RECONNECT_MS = 1_000;

/** Calls `onEvent` when events were put into the outbox, and after each (re)connection, since some may have been missed. */
export function listenOutbox(db: Db, deps: { clock: Clock; logger: Logger }, onEvent: () => void): OutboxListener {
  const { systemUrl } = handlesOf(db);
  let isStopped = false;
  let current: pg.Client | undefined;

  const listenOnce = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: systemUrl, application_name: "upstream-outbox", keepAlive: true });
    const closed = new Promise<void>((resolve) => client.once("end", resolve));
    client.on("error", (error) => deps.logger.warn("Lost the outbox connection", { error: errorWord(error) }));
    client.on("notification", onEvent);
    await client.connect();
    if (isStopped) return client.end();
    current = client;
    await client.query("LISTEN outbox");
    onEvent();
    await closed;
  };

  const listenOn = async (): Promise<void> => {
    while (!isStopped) {
      await listenOnce().catch((error: unknown) => deps.logger.warn("Cannot listen to the outbox", { error: errorWord(error) }));
      if (!isStopped) await deps.clock.sleep(RECONNECT_MS);
    }
  };

  const running = listenOn();
  const stop = async (): Promise<void> => {
    isStopped = true;
    await current?.end().catch(() => undefined);
    await running;
  };
  return { stop };
}
