import type { UploadId } from "@upstream/core";
import { requirePermission } from "@upstream/core";
import { bulkInCustomer, emitAudit, recordEvent } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { uploadFailed } from "../events.ts";
import { dropHidden } from "./drop-hidden.ts";

/** Ends an upload that could not be read after all tries; nothing of it counts. A finished one is left alone. */
export async function failUpload(ctx: CustomerCtx, input: { uploadId: UploadId; reason: string }): Promise<boolean> {
  requirePermission(ctx.actor, "uploads:write");
  const { uploadId, reason } = input;
  return bulkInCustomer(ctx, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE uploads SET status = 'FAILED', failure_code = $3, finished_at = $4, locked_until = NULL, row_count = 0, accepted_count = 0, rejected_count = 0, warning_count = 0, new_count = 0, updated_count = 0, unchanged_count = 0
       WHERE customer_id = $1 AND id = $2 AND status IN ('RECEIVED', 'PARSING', 'STAGED')`,
      [ctx.customerId, uploadId, reason.slice(0, 60), ctx.clock.now()],
    );
    if (rowCount !== 1) return false;
    await dropHidden(client, ctx, uploadId);
    await recordEvent(client, ctx, uploadFailed({ uploadId }));
    await emitAudit(client, ctx, { action: "upload.fail", entity: "upload", entityId: uploadId, payload: { reason } });
    return true;
  });
}
