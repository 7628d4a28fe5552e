import type { UploadId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { columnIds } from "../csv/columns.ts";
import type { BulkClient } from "../uploads/bulk-client.ts";
import type { TallyFacts } from "../uploads/tallies.ts";
import { scoreUpload } from "./score-upload.ts";

/** What the report keeps beside its scores: counts only. */
export function reportFacts(facts: TallyFacts): Record<string, unknown> {
  const present = Object.fromEntries(columnIds.map((column, at) => [column, facts.present[at] ?? 0]).filter(([, count]) => count !== 0));
  const { rows, accepted, copies, findings, outcomes, newPayers, firstSubmitted, lastSubmitted, firstDecided, lastDecided } = facts;
  return { rows, accepted, copies, findings, outcomes, newPayers, firstSubmitted, lastSubmitted, firstDecided, lastDecided, present };
}

/** Scores an upload and stores its report in the transaction that publishes or refuses it. */
export async function storeQualityReport(
  client: BulkClient,
  ctx: CustomerCtx,
  upload: { id: UploadId; facts: TallyFacts; receivedDay: number },
): Promise<void> {
  const { id: uploadId, facts, receivedDay } = upload;
  const score = scoreUpload(facts, receivedDay);
  await client.query(
    `INSERT INTO quality_reports (customer_id, upload_id, completeness, validity, uniqueness, timeliness, consistency, score, grade, facts, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
    [
      ctx.customerId,
      uploadId,
      score.completeness,
      score.validity,
      score.uniqueness,
      score.timeliness,
      score.consistency,
      score.score,
      score.grade,
      JSON.stringify(reportFacts(facts)),
      ctx.clock.now(),
    ],
  );
}
