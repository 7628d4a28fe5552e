import { DomainError } from "@upstream/core";
import type { Clock, UploadId } from "@upstream/core";
import { bulkInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";

/** So long the next piece of a file may take; without one its sender is taken for gone. */
const receiptMs = 3_600_000;

export const receiptEnd = (clock: Clock): Date => new Date(clock.now().getTime() + receiptMs);

/** Says that a file still arrives; PRECONDITION when it was given up meanwhile. */
export async function renewReceipt(ctx: CustomerCtx, uploadId: UploadId): Promise<void> {
  const { rowCount } = await bulkInCustomer(ctx, (client) =>
    client.query({
      name: "receipt-renew",
      text: "UPDATE uploads SET locked_until = $3 WHERE customer_id = $1 AND id = $2 AND status = 'RECEIVING'",
      values: [ctx.customerId, uploadId, receiptEnd(ctx.clock)],
    }),
  );
  if (rowCount === 0) throw new DomainError("PRECONDITION", { reason: "receipt-ended" });
}

/** Leaves nothing of a file that did not arrive whole; of one that was given up meanwhile, what came since. */
export async function forgetReceipt(ctx: CustomerCtx, uploadId: UploadId): Promise<void> {
  const keys = [ctx.customerId, uploadId];
  await bulkInCustomer(ctx, async (client) => {
    await client.query("DELETE FROM uploads WHERE customer_id = $1 AND id = $2 AND status = 'RECEIVING'", keys);
    await client.query(
      "DELETE FROM upload_chunks c USING uploads u WHERE c.customer_id = $1 AND c.upload_id = $2 AND u.customer_id = $1 AND u.id = $2 AND u.sha256 IS NULL",
      keys,
    );
  });
}
