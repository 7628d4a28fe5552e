import { dayOf } from "@upstream/core";
import type { UploadId } from "@upstream/core";
import { bulkInCustomer, emitAudit, recordEvent } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { uploadProcessed } from "../events.ts";
import { storeAnomalies } from "../quality/store-anomalies.ts";
import { storeQualityReport } from "../quality/store-quality-report.ts";
import type { BulkClient } from "./bulk-client.ts";
import { assignmentsFrom, stagedColumns, stagedColumnsOf } from "./claim-values.ts";
import { lockFigures } from "./lock-figures.ts";
import { applyRollupDelta } from "./rollup-delta.ts";
import type { TallyFacts } from "./tallies.ts";

type Staged = {
  new_count: number;
  updated_count: number;
  unchanged_count: number;
  rejected_count: number;
  row_count: number;
  received_on: string;
  tallies: TallyFacts;
};

async function lockStaged(client: BulkClient, ctx: CustomerCtx, uploadId: UploadId, attempt: number): Promise<Staged | undefined> {
  const { rows } = await client.query<Staged>(
    `SELECT new_count, updated_count, unchanged_count, rejected_count, row_count, to_char(received_on, 'YYYY-MM-DD') AS received_on, tallies
     FROM uploads WHERE customer_id = $1 AND id = $2 AND status = 'STAGED' AND attempts = $3 FOR UPDATE`,
    [ctx.customerId, uploadId, attempt],
  );
  return rows[0];
}

/** Moves the old values of changed claims into their history and puts the new ones in their place. */
async function applyChanges(client: BulkClient, ctx: CustomerCtx, uploadId: UploadId): Promise<void> {
  const keys = [ctx.customerId, uploadId];
  await client.query(
    `CREATE TEMP TABLE old_versions ON COMMIT DROP AS SELECT c.* FROM claim_changes h JOIN claims c ON c.customer_id = h.customer_id AND c.identity = h.identity
     WHERE h.customer_id = $1::uuid AND h.upload_id = $2::uuid`,
    keys,
  );
  await client.query(
    `INSERT INTO claim_history (${stagedColumns}, version, superseded_by, superseded_at, reason) SELECT ${stagedColumns}, version, $1, $2, 'updated' FROM old_versions`,
    [uploadId, ctx.clock.now()],
  );
  await client.query(
    `UPDATE claims c SET ${assignmentsFrom("h")}, upload_id = h.upload_id, updated_at = $3,
       version = 1 + (SELECT max(x.version) FROM claim_history x WHERE x.customer_id = $1 AND x.id = c.id),
       is_first_decision = h.is_first_decision AND NOT EXISTS
         (SELECT 1 FROM claim_history x WHERE x.customer_id = $1 AND x.id = c.id AND x.is_first_decision AND NOT x.is_voided)
     FROM claim_changes h WHERE h.customer_id = $1 AND h.upload_id = $2 AND c.customer_id = $1 AND c.identity = h.identity`,
    [...keys, ctx.clock.now()],
  );
  await client.query("DELETE FROM claim_changes WHERE customer_id = $1 AND upload_id = $2", keys);
}

async function compareCounts(client: BulkClient, ctx: CustomerCtx, uploadId: UploadId, staged: Staged): Promise<void> {
  const { rows } = await client.query<{ n: number; cents: string }>(
    `SELECT count(*)::int AS n, coalesce(sum(coalesce(billed_cents, 0) + coalesce(paid_cents, 0)), 0)::text AS cents FROM claims WHERE customer_id = $1 AND upload_id = $2`,
    [ctx.customerId, uploadId],
  );
  const found = rows[0];
  if (found?.n !== staged.new_count + staged.updated_count)
    throw new Error("Published claims differ in number from the rows that were read");
  if (Number(found.cents) !== staged.tallies.cents) throw new Error("Published claims differ in cents from the rows that were read");
}

/** Makes a staged file's rows count, in one transaction: changes, rollups, comparison of counts and cents, quality report, event, audit. */
export async function publishUpload(ctx: CustomerCtx, uploadId: UploadId, attempt: number): Promise<boolean> {
  return bulkInCustomer(ctx, async (client) => {
    await lockFigures(client, ctx.customerId);
    const staged = await lockStaged(client, ctx, uploadId, attempt);
    if (!staged) return false;
    const hasChanges = staged.updated_count > 0;
    if (hasChanges) await applyChanges(client, ctx, uploadId);
    await compareCounts(client, ctx, uploadId, staged);
    const added = {
      sign: 1 as const,
      from: `(SELECT ${stagedColumnsOf("c")} FROM claims c WHERE c.customer_id = $1 AND c.upload_id = '${uploadId}'::uuid) n`,
    };
    await applyRollupDelta(client, ctx.customerId, {
      current: hasChanges ? [added, { sign: -1, from: "old_versions" }] : [added],
      decisions: [added],
    });
    await storeAnomalies(client, ctx, uploadId, staged.tallies);
    await storeQualityReport(client, ctx, { id: uploadId, facts: staged.tallies, receivedDay: dayOf(staged.received_on) });
    await client.query(
      "UPDATE uploads SET status = 'COMMITTED', published_at = $3, finished_at = $3, locked_until = NULL WHERE customer_id = $1 AND id = $2",
      [ctx.customerId, uploadId, ctx.clock.now()],
    );
    await recordEvent(client, ctx, uploadProcessed({ uploadId }));
    const payload = {
      rows: staged.row_count,
      added: staged.new_count,
      updated: staged.updated_count,
      unchanged: staged.unchanged_count,
      rejected: staged.rejected_count,
    };
    await emitAudit(client, ctx, { action: "upload.publish", entity: "upload", entityId: uploadId, payload });
    return true;
  });
}
