import pg from "pg";
import type { ClientBase } from "pg";
import { setTimeout as wait } from "node:timers/promises";

/** Prisma's own number: neither tool migrates while the other does. */
const MIGRATION_LOCK = 72707369;
const LOCK_NOT_AVAILABLE = "55P03";
const RETRIES = 10;

export async function withClient<R>(url: string, fn: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.end();
  }
}

/** One migrating process per database; the others wait for their turn. */
export function withMigrationLock<R>(url: string, fn: (client: pg.Client) => Promise<R>): Promise<R> {
  return withClient(url, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    return fn(client);
  });
}

/** Never queues behind a long transaction for more than two seconds, where it would block every reader after it. */
export async function withLockRetries<R>(client: ClientBase, fn: () => Promise<R>): Promise<R> {
  await client.query("SET lock_timeout = '2s'");
  for (let attempt = 0; ; attempt++) {
    try {
      return await fn();
    } catch (error) {
      const isLocked = error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE;
      if (!isLocked || attempt >= RETRIES) throw error;
      await wait(200 * (attempt + 1));
    }
  }
}
