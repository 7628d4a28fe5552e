import { DomainError } from "@upstream/core";
import type { UploadId } from "@upstream/core";
import { bulkInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { FileEncoding } from "../csv/sniff-encoding.ts";
import { lockFigures } from "./lock-figures.ts";
import type { TallyFacts } from "./tallies.ts";

/** How long a worker may be silent before another takes over. */
export const leaseMs = 30_000;

export type LeasedUpload = {
  id: UploadId;
  status: "PARSING" | "STAGED";
  encoding: FileEncoding;
  mappingId: string | null;
  attempts: number;
  checkpointRow: number;
  receivedOn: string;
  tallies: TallyFacts | null;
};

const columns = `id::text AS id, status, encoding, mapping_id::text AS "mappingId", attempts, checkpoint_row AS "checkpointRow", to_char(received_on, 'YYYY-MM-DD') AS "receivedOn", tallies`;

/** Takes an upload for this worker, one of a customer at a time; `attempts` is the fence that a later worker's take moves on. */
export async function leaseUpload(ctx: CustomerCtx, uploadId: UploadId): Promise<LeasedUpload | "finished" | "busy"> {
  const now = ctx.clock.now();
  return bulkInCustomer(ctx, async (client) => {
    await lockFigures(client, ctx.customerId);
    const { rows } = await client.query<LeasedUpload>(
      `UPDATE uploads SET status = CASE status WHEN 'STAGED' THEN 'STAGED' ELSE 'PARSING' END, locked_until = $4, attempts = attempts + 1
       WHERE customer_id = $1 AND id = $2 AND status IN ('RECEIVED', 'PARSING', 'STAGED') AND (locked_until IS NULL OR locked_until <= $3)
         AND NOT EXISTS (SELECT 1 FROM uploads o WHERE o.customer_id = $1 AND o.id <> $2 AND o.status IN ('PARSING', 'STAGED')) RETURNING ${columns}`,
      [ctx.customerId, uploadId, now, new Date(now.getTime() + leaseMs)],
    );
    if (rows[0]) return rows[0];
    const found = await client.query<{ status: string }>("SELECT status FROM uploads WHERE customer_id = $1 AND id = $2", [
      ctx.customerId,
      uploadId,
    ]);
    const status = found.rows[0]?.status;
    if (status === undefined) throw new DomainError("NOT_FOUND");
    return ["RECEIVED", "PARSING", "STAGED"].includes(status) ? "busy" : "finished";
  });
}

/** Gives the upload back, so that the next call need not wait for the lease to run out. */
export async function releaseUpload(ctx: CustomerCtx, upload: LeasedUpload): Promise<void> {
  await bulkInCustomer(ctx, (client) =>
    client.query("UPDATE uploads SET locked_until = NULL WHERE customer_id = $1 AND id = $2 AND attempts = $3", [
      ctx.customerId,
      upload.id,
      upload.attempts,
    ]),
  );
}
