import { DomainError, requirePermission } from "@upstream/core";
import type { UploadId } from "@upstream/core";
import { bulkInCustomer, emitAudit, recordEvent } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { uploadVoided } from "../events.ts";
import type { UploadDetailDto, UploadIdInput } from "../schemas.ts";
import type { BulkClient } from "./bulk-client.ts";
import { assignmentsFrom, stagedColumns } from "./claim-values.ts";
import { getUpload } from "./get-upload.ts";
import { lockFigures } from "./lock-figures.ts";
import { applyRollupDelta } from "./rollup-delta.ts";

type Step = { client: BulkClient; customerId: string; uploadId: UploadId; now: Date };

/** The versions that this file brought, and for each the earliest other file that repeated it unchanged: its heir. */
async function findVersions(step: Step): Promise<void> {
  const keys = [step.customerId, step.uploadId];
  await step.client.query(
    `CREATE TEMP TABLE brought ON COMMIT DROP AS
       SELECT id, version, is_first_decision, true AS is_current FROM claims WHERE customer_id = $1::uuid AND upload_id = $2::uuid
       UNION ALL SELECT id, version, is_first_decision, false FROM claim_history WHERE customer_id = $1::uuid AND upload_id = $2::uuid AND NOT is_voided`,
    keys,
  );
  await step.client.query(
    `CREATE TEMP TABLE heirs ON COMMIT DROP AS SELECT DISTINCT ON (b.id, b.version) b.id, b.version, b.is_current, r.upload_id, r.row_no
     FROM brought b JOIN (SELECT p.upload_id, u.published_at, t.claim_id, t.version, t.row_no FROM upload_repeats p
         JOIN uploads u ON u.customer_id = p.customer_id AND u.id = p.upload_id AND u.status = 'COMMITTED'
         CROSS JOIN LATERAL unnest(p.claim_ids, p.versions, p.row_nos) AS t(claim_id, version, row_no)
       WHERE p.customer_id = $1::uuid AND p.upload_id <> $2::uuid) r ON r.claim_id = b.id AND r.version = b.version
     ORDER BY b.id, b.version, r.published_at, r.row_no`,
    keys,
  );
  await step.client.query("ANALYZE brought; ANALYZE heirs");
}

/** Snapshots of what leaves the figures: lost current values, and first decisions under this file's name. */
async function snapshotLosses(step: Step): Promise<void> {
  const { client, customerId, uploadId } = step;
  await client.query(
    `CREATE TEMP TABLE lost ON COMMIT DROP AS SELECT c.* FROM claims c WHERE c.customer_id = $1::uuid AND c.upload_id = $2::uuid
       AND NOT EXISTS (SELECT 1 FROM heirs h WHERE h.id = c.id AND h.version = c.version)`,
    [customerId, uploadId],
  );
  await client.query(
    `CREATE TEMP TABLE lost_decisions ON COMMIT DROP AS
       SELECT ${stagedColumns} FROM claims WHERE customer_id = $1::uuid AND upload_id = $2::uuid AND is_first_decision
       UNION ALL SELECT ${stagedColumns} FROM claim_history WHERE customer_id = $1::uuid AND upload_id = $2::uuid AND NOT is_voided AND is_first_decision`,
    [customerId, uploadId],
  );
  await client.query(
    `CREATE TEMP TABLE undecided ON COMMIT DROP AS SELECT DISTINCT b.id FROM brought b
     WHERE b.is_first_decision AND NOT EXISTS (SELECT 1 FROM heirs h WHERE h.id = b.id AND h.version = b.version)`,
  );
}

/** Versions with an heir change hands; they stay what they are. */
async function passOn(step: Step): Promise<void> {
  for (const [table, isCurrent] of [
    ["claims", true],
    ["claim_history", false],
  ] as const) {
    await step.client.query(
      `UPDATE ${table} c SET upload_id = h.upload_id, row_no = h.row_no FROM heirs h WHERE c.customer_id = $1 AND c.id = h.id AND c.version = h.version AND h.is_current = $2`,
      [step.customerId, isCurrent],
    );
  }
}

/** Claims fall back to their newest version that still counts, or leave; the withdrawn values stay in the history, marked. */
async function fallBack(step: Step): Promise<void> {
  const { client, customerId, uploadId, now } = step;
  await client.query(
    "UPDATE claim_history SET is_voided = true, reason = 'voided' WHERE customer_id = $1 AND upload_id = $2 AND NOT is_voided",
    [customerId, uploadId],
  );
  await client.query(
    `CREATE TEMP TABLE restored ON COMMIT DROP AS SELECT DISTINCT ON (h.id) h.* FROM lost l
       JOIN claim_history h ON h.customer_id = $1::uuid AND h.id = l.id AND NOT h.is_voided ORDER BY h.id, h.version DESC`,
    [customerId],
  );
  await client.query(
    `INSERT INTO claim_history (${stagedColumns}, version, superseded_by, superseded_at, reason, is_voided)
     SELECT ${stagedColumns
       .split(", ")
       .map((column) => `l.${column}`)
       .join(", ")}, l.version, $1, $2, 'voided', true FROM lost l JOIN restored r ON r.id = l.id`,
    [uploadId, now],
  );
  await client.query("DELETE FROM claim_history h USING restored r WHERE h.customer_id = $1 AND h.id = r.id AND h.version = r.version", [
    customerId,
  ]);
  await client.query(
    `UPDATE claims c SET ${assignmentsFrom("r")}, is_first_decision = r.is_first_decision, upload_id = r.upload_id, version = r.version, updated_at = $2
     FROM restored r WHERE c.customer_id = $1 AND c.id = r.id`,
    [customerId, now],
  );
  await client.query("DELETE FROM claims WHERE customer_id = $1 AND upload_id = $2", [customerId, uploadId]);
}

/** Claims whose first decision was withdrawn take the earliest one that is left. */
async function markFirstDecisions(step: Step): Promise<void> {
  const { client, customerId } = step;
  await client.query(
    `CREATE TEMP TABLE first_left ON COMMIT DROP AS SELECT DISTINCT ON (v.id) v.id, v.version, v.is_current FROM (
       SELECT c.id, c.version, c.outcome, true AS is_current FROM claims c JOIN undecided u ON u.id = c.id WHERE c.customer_id = $1::uuid
       UNION ALL SELECT h.id, h.version, h.outcome, false FROM claim_history h JOIN undecided u ON u.id = h.id WHERE h.customer_id = $1::uuid AND NOT h.is_voided) v
     WHERE v.outcome <> 'PENDING' ORDER BY v.id, v.version`,
    [customerId],
  );
  for (const [table, isCurrent] of [
    ["claims", true],
    ["claim_history", false],
  ] as const) {
    await client.query(
      `UPDATE ${table} c SET is_first_decision = true FROM first_left f WHERE c.customer_id = $1 AND c.id = f.id AND c.version = f.version AND f.is_current = $2`,
      [customerId, isCurrent],
    );
  }
  await client.query(
    `CREATE TEMP TABLE gained_decisions ON COMMIT DROP AS
       SELECT ${stagedColumns} FROM claims c WHERE customer_id = $1::uuid AND is_first_decision
         AND (EXISTS (SELECT 1 FROM first_left f WHERE f.id = c.id AND f.version = c.version) OR EXISTS (SELECT 1 FROM heirs h WHERE h.id = c.id AND h.version = c.version))
       UNION ALL SELECT ${stagedColumns} FROM claim_history c WHERE customer_id = $1::uuid AND is_first_decision AND NOT is_voided
         AND (EXISTS (SELECT 1 FROM first_left f WHERE f.id = c.id AND f.version = c.version) OR EXISTS (SELECT 1 FROM heirs h WHERE h.id = c.id AND h.version = c.version))`,
    [customerId],
  );
}

async function withdraw(step: Step): Promise<void> {
  await findVersions(step);
  await snapshotLosses(step);
  await passOn(step);
  await fallBack(step);
  await markFirstDecisions(step);
  await applyRollupDelta(step.client, step.customerId, {
    current: [
      { sign: -1, from: "lost" },
      { sign: 1, from: "restored" },
    ],
    decisions: [
      { sign: -1, from: "lost_decisions" },
      { sign: 1, from: "gained_decisions" },
    ],
  });
  await step.client.query("DELETE FROM upload_repeats WHERE customer_id = $1 AND upload_id = $2", [step.customerId, step.uploadId]);
}

/** Withdraws a published file: its rows leave every figure in one transaction, as if it had never been sent; what it said stays in the history. */
export async function voidUpload(ctx: CustomerCtx, input: UploadIdInput): Promise<UploadDetailDto> {
  requirePermission(ctx.actor, "uploads:write");
  const { uploadId } = input;
  const { customerId } = ctx;
  await bulkInCustomer(ctx, async (client) => {
    await lockFigures(client, customerId);
    const { rows } = await client.query<{ status: string }>("SELECT status FROM uploads WHERE customer_id = $1 AND id = $2 FOR UPDATE", [
      customerId,
      uploadId,
    ]);
    if (!rows[0]) throw new DomainError("NOT_FOUND");
    if (rows[0].status !== "COMMITTED") throw new DomainError("PRECONDITION", { reason: "upload-not-published" });
    const busy = await client.query("SELECT 1 FROM uploads WHERE customer_id = $1 AND status IN ('PARSING', 'STAGED')", [customerId]);
    if (busy.rowCount !== 0) throw new DomainError("PRECONDITION", { reason: "upload-in-progress" });
    const now = ctx.clock.now();
    await withdraw({ client, customerId, uploadId, now });
    await client.query("UPDATE uploads SET status = 'VOIDED', finished_at = $3 WHERE customer_id = $1 AND id = $2", [
      customerId,
      uploadId,
      now,
    ]);
    await recordEvent(client, ctx, uploadVoided({ uploadId }));
    await emitAudit(client, ctx, { action: "upload.void", entity: "upload", entityId: uploadId });
  });
  return getUpload(ctx, input);
}
