import { requirePermission } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { UploadStatsDto } from "../schemas.ts";

type StatsRow = Omit<UploadStatsDto, "acceptedShare" | "lastPublishedAt"> & { lastPublishedAt: Date | null };

const statement = `SELECT count(*) FILTER (WHERE status = 'COMMITTED') AS "fileCount", coalesce(sum(row_count) FILTER (WHERE status = 'COMMITTED'), 0)::bigint AS "rowCount",
  coalesce(sum(accepted_count) FILTER (WHERE status = 'COMMITTED'), 0)::bigint AS "acceptedCount", coalesce(sum(rejected_count) FILTER (WHERE status = 'COMMITTED'), 0)::bigint AS "rejectedCount",
  count(*) FILTER (WHERE status IN ('RECEIVING', 'RECEIVED', 'PARSING', 'STAGED')) AS "processingCount", count(*) FILTER (WHERE status IN ('REJECTED', 'FAILED')) AS "failedCount",
  max(published_at) FILTER (WHERE status = 'COMMITTED') AS "lastPublishedAt",
  (SELECT max(r.decided_on) FROM rollup_day_payer r WHERE r.customer_id = $1) AS "newestDecisionOn"
  FROM uploads WHERE customer_id = $1`;

/** Totals over the customer's files; a voided file counts in none. */
export async function uploadStats(ctx: CustomerCtx): Promise<UploadStatsDto> {
  requirePermission(ctx.actor, "uploads:read");
  const row = await readInCustomer(ctx, (query) => query.row<StatsRow>("upload-stats", statement, [ctx.customerId]));
  if (!row) throw new Error("An aggregate without groups has one row");
  const acceptedShare = row.rowCount === 0 ? 0 : row.acceptedCount / row.rowCount;
  return { ...row, acceptedShare, lastPublishedAt: row.lastPublishedAt?.toISOString() ?? null };
}
