import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";

/** A file whose rows count; days are days since 1970-01-01 in the customer's calendar. */
export type CommittedUpload = {
  id: string;
  filename: string;
  receivedOn: number;
  firstDecided: number | null;
  lastDecided: number | null;
  rowCount: number;
  rejectedCount: number;
  warningCount: number;
  sha256: string;
};

const statement = `SELECT id::text AS id, filename, received_on - DATE '1970-01-01' AS "receivedOn", (tallies->>'firstDecided')::int AS "firstDecided", (tallies->>'lastDecided')::int AS "lastDecided",
    row_count AS "rowCount", rejected_count AS "rejectedCount", warning_count AS "warningCount", encode(sha256, 'hex') AS sha256
  FROM uploads WHERE customer_id = $1 AND status = 'COMMITTED' ORDER BY published_at, id`;

/** Published, not voided files in the order in which they began to count. */
export async function listCommittedUploads(ctx: CustomerCtx): Promise<CommittedUpload[]> {
  return readInCustomer(ctx, (query) => query.rows<CommittedUpload>("committed-uploads", statement, [ctx.customerId]));
}
