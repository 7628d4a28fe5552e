import type { CustomerId, UploadId } from "@upstream/core";
import { asSystem, querySql, sql } from "@upstream/db";
import type { Db } from "@upstream/db";

/** Uploads of all customers whose sender is gone: the file began to arrive and no piece of it came for an hour. */
export async function findAbandonedUploads(db: Db, now: Date, limit = 100): Promise<{ customerId: CustomerId; uploadId: UploadId }[]> {
  return asSystem("sweep", db, (tx) =>
    querySql<{ customerId: CustomerId; uploadId: UploadId }>(
      tx,
      sql`SELECT customer_id::text AS "customerId", id::text AS "uploadId" FROM uploads
        WHERE status = 'RECEIVING' AND locked_until <= ${now} ORDER BY locked_until, id LIMIT ${limit}::int`,
    ),
  );
}
