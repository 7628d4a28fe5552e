import type { CustomerId, UploadId } from "@upstream/core";
import { asSystem, querySql, sql } from "@upstream/db";
import type { Db } from "@upstream/db";

/** Tries after which a stuck upload is failed instead of queued again. */
export const maxAttempts = 5;

export type StuckUpload = { customerId: CustomerId; uploadId: UploadId; attempts: number };

/** Uploads of all customers that wait though nobody works on them: their lease ran out, or they were received over a minute ago and never taken. */
export async function findStuckUploads(db: Db, now: Date, limit = 100): Promise<StuckUpload[]> {
  const taken = new Date(now.getTime() - 60_000);
  return asSystem("sweep", db, (tx) =>
    querySql<StuckUpload>(
      tx,
      sql`SELECT customer_id::text AS "customerId", id::text AS "uploadId", attempts FROM uploads
        WHERE status IN ('RECEIVED', 'PARSING', 'STAGED') AND coalesce(locked_until, received_at + interval '1 minute') <= ${now} AND coalesce(received_at, created_at) <= ${taken}
        ORDER BY received_at, id LIMIT ${limit}::int`,
    ),
  );
}
