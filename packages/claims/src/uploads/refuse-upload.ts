import { dayOf } from "@upstream/core";
import { bulkInCustomer, emitAudit, recordEvent } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { FileRefusal } from "../csv/file-refusal.ts";
import { uploadFailed } from "../events.ts";
import { storeQualityReport } from "../quality/store-quality-report.ts";
import { dropHidden } from "./drop-hidden.ts";
import { LeaseLost } from "./lease-lost.ts";
import type { LeasedUpload } from "./lease-upload.ts";
import { emptyTallies } from "./tallies.ts";
import type { TallyFacts } from "./tallies.ts";

const keepsCounts = new Set(["no_accepted_row"]);

/** Ends an upload as refused: nothing of it was ever seen, and the reason says what to do. */
export async function refuseUpload(ctx: CustomerCtx, upload: LeasedUpload, refusal: FileRefusal): Promise<void> {
  await bulkInCustomer(ctx, async (client) => {
    const counts = keepsCounts.has(refusal.code) ? "" : ", row_count = 0, accepted_count = 0, rejected_count = 0, warning_count = 0";
    const { rows } = await client.query<{ tallies: TallyFacts | null }>(
      `UPDATE uploads SET status = 'REJECTED', failure_code = $4, failure = $5, finished_at = $6, locked_until = NULL,
         new_count = 0, updated_count = 0, unchanged_count = 0${counts}
       WHERE customer_id = $1 AND id = $2 AND attempts = $3 AND status IN ('PARSING', 'STAGED') RETURNING tallies`,
      [ctx.customerId, upload.id, upload.attempts, refusal.code, JSON.stringify(refusal.detail), ctx.clock.now()],
    );
    if (!rows[0]) throw new LeaseLost();
    await dropHidden(client, ctx, upload.id);
    if (!keepsCounts.has(refusal.code))
      await client.query("DELETE FROM validation_issues WHERE customer_id = $1 AND upload_id = $2", [ctx.customerId, upload.id]);
    await storeQualityReport(client, ctx, {
      id: upload.id,
      facts: rows[0].tallies ?? emptyTallies(),
      receivedDay: dayOf(upload.receivedOn),
    });
    await recordEvent(client, ctx, uploadFailed({ uploadId: upload.id }));
    await emitAudit(client, ctx, { action: "upload.refuse", entity: "upload", entityId: upload.id, payload: { code: refusal.code } });
  });
}
