import { DomainError, requirePermission } from "@upstream/core";
import { bulkInCustomer, emitAudit, recordEvent } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { uploadCancelled } from "../events.ts";
import type { UploadDetailDto, UploadIdInput } from "../schemas.ts";
import { dropHidden } from "./drop-hidden.ts";
import { getUpload } from "./get-upload.ts";

/** Stops an upload whose rows do not count yet; a worker at it finds its lease gone and writes nothing more. */
export async function cancelUpload(ctx: CustomerCtx, input: UploadIdInput): Promise<UploadDetailDto> {
  requirePermission(ctx.actor, "uploads:write");
  const { uploadId } = input;
  await bulkInCustomer(ctx, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE uploads SET status = 'CANCELLED', finished_at = $3, locked_until = NULL, row_count = 0, accepted_count = 0, rejected_count = 0, warning_count = 0, new_count = 0, updated_count = 0, unchanged_count = 0
       WHERE customer_id = $1 AND id = $2 AND status IN ('RECEIVED', 'PARSING', 'STAGED')`,
      [ctx.customerId, uploadId, ctx.clock.now()],
    );
    if (rowCount !== 1) {
      const found = await client.query("SELECT 1 FROM uploads WHERE customer_id = $1 AND id = $2", [ctx.customerId, uploadId]);
      throw found.rowCount === 0 ? new DomainError("NOT_FOUND") : new DomainError("PRECONDITION", { reason: "upload-finished" });
    }
    await dropHidden(client, ctx, uploadId);
    await client.query("DELETE FROM validation_issues WHERE customer_id = $1 AND upload_id = $2", [ctx.customerId, uploadId]);
    await recordEvent(client, ctx, uploadCancelled({ uploadId }));
    await emitAudit(client, ctx, { action: "upload.cancel", entity: "upload", entityId: uploadId });
  });
  return getUpload(ctx, input);
}
