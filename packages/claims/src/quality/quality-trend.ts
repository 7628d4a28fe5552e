import { requirePermission } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { QualityTrendDto } from "../schemas.ts";

const statement = `SELECT q.upload_id::text AS "uploadId", u.received_on AS "receivedOn", u.row_count AS "rowCount", q.completeness, q.validity, q.uniqueness, q.timeliness, q.consistency, q.score, q.grade
  FROM quality_reports q JOIN uploads u ON u.customer_id = q.customer_id AND u.id = q.upload_id
  WHERE q.customer_id = $1 AND u.status = 'COMMITTED' ORDER BY u.published_at DESC, u.id DESC LIMIT 60`;

/** Quality of the last 60 published files, oldest first. */
export async function qualityTrend(ctx: CustomerCtx): Promise<QualityTrendDto> {
  requirePermission(ctx.actor, "quality:read");
  const rows = await readInCustomer(ctx, (query) =>
    query.rows<QualityTrendDto["items"][number]>("quality-trend", statement, [ctx.customerId]),
  );
  return { items: rows.reverse() };
}
