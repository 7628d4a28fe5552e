import type { UploadId } from "@upstream/core";
import { requirePermission } from "@upstream/core";
import { bulkInCustomer, emitAudit, recordEvent } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { uploadFailed } from "../events.ts";

/** Ends an upload whose file never arrived whole, and removes what came of it; one that still arrives is left alone. */
export async function abandonUpload(ctx: CustomerCtx, { uploadId }: { uploadId: UploadId }): Promise<void> {
  requirePermission(ctx.actor, "uploads:write");
  const now = ctx.clock.now();
  await bulkInCustomer(ctx, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE uploads SET status = 'FAILED', failure_code = 'not_received', finished_at = $3, locked_until = NULL
       WHERE customer_id = $1 AND id = $2 AND status = 'RECEIVING' AND locked_until <= $3`,
      [ctx.customerId, uploadId, now],
    );
    if (rowCount !== 1) return;
    await client.query("DELETE FROM upload_chunks WHERE customer_id = $1 AND upload_id = $2", [ctx.customerId, uploadId]);
    await recordEvent(client, ctx, uploadFailed({ uploadId }));
    await emitAudit(client, ctx, { action: "upload.abandon", entity: "upload", entityId: uploadId });
  });
}
