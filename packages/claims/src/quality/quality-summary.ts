import { requirePermission } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { QualitySummaryDto } from "../schemas.ts";
import { ruleCounts } from "../uploads/rule-counts.ts";
import type { Grade } from "./score-upload.ts";

type Report = {
  completeness: number;
  validity: number;
  uniqueness: number;
  timeliness: number;
  consistency: number;
  score: number;
  grade: Grade;
  facts: { rows: number; findings: Record<string, number>; present: Record<string, number> };
  open: number;
};

const statement = `SELECT q.completeness, q.validity, q.uniqueness, q.timeliness, q.consistency, q.score, q.grade, q.facts,
    (SELECT count(*) FROM anomalies a JOIN uploads x ON x.customer_id = a.customer_id AND x.id = a.upload_id AND x.status = 'COMMITTED'
      WHERE a.customer_id = $1 AND a.acknowledged_at IS NULL) AS open
  FROM quality_reports q JOIN uploads u ON u.customer_id = q.customer_id AND u.id = q.upload_id
  WHERE q.customer_id = $1 AND u.status = 'COMMITTED' ORDER BY u.published_at DESC, u.id DESC LIMIT 30`;

function addUp(reports: readonly Report[], pick: (report: Report) => Record<string, number>): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const report of reports) for (const [key, count] of Object.entries(pick(report))) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}

/** Quality of the newest published file, and findings and filled fields over the last 30. */
export async function qualitySummary(ctx: CustomerCtx): Promise<QualitySummaryDto> {
  requirePermission(ctx.actor, "quality:read");
  const reports = await readInCustomer(ctx, (query) => query.rows<Report>("quality-summary", statement, [ctx.customerId]));
  const newest = reports[0];
  const rows = reports.reduce((sum, report) => sum + report.facts.rows, 0);
  const present = addUp(reports, (report) => report.facts.present);
  const { completeness = 0, validity = 0, uniqueness = 0, timeliness = 0, consistency = 0, score = 0, grade = "F" as Grade } = newest ?? {};
  return {
    current: newest ? { completeness, validity, uniqueness, timeliness, consistency, score, grade } : null,
    fileCount: reports.length,
    rules: ruleCounts(addUp(reports, (report) => report.facts.findings)),
    fields: Object.entries(present).map(([column, count]) => ({ column, filledShare: rows === 0 ? 0 : count / rows })),
    openAnomalyCount: newest?.open ?? 0,
  };
}
