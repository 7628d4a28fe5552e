import type { PoolClient } from "pg";
import type { Handles } from "./handles.ts";

/** Ends a transaction of the driver; a connection that cannot even roll back is thrown away. */
export async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query("ROLLBACK");
    client.release();
  } catch {
    client.release(true);
  }
}

/** A connection whose loss surfaces at the next statement and nowhere else. */
export async function checkOut(handles: Handles): Promise<PoolClient> {
  const client = await handles.user.pool.connect();
  if (client.listenerCount("error") === 0) client.on("error", () => undefined);
  return client;
}
