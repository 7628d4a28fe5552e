import type { UploadId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import type { BulkClient } from "./bulk-client.ts";

/** Removes what an upload had staged; call it after its status has left PARSING and STAGED, in the same transaction. */
export async function dropHidden(client: BulkClient, ctx: CustomerCtx, uploadId: UploadId): Promise<void> {
  const keys = [ctx.customerId, uploadId];
  await client.query("DELETE FROM claims WHERE customer_id = $1 AND upload_id = $2", keys);
  await client.query("DELETE FROM claim_changes WHERE customer_id = $1 AND upload_id = $2", keys);
  await client.query("DELETE FROM upload_repeats WHERE customer_id = $1 AND upload_id = $2", keys);
}
