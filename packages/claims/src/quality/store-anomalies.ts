import { newId } from "@upstream/core";
import type { Id, UploadId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import type { BulkClient } from "../uploads/bulk-client.ts";
import type { TallyFacts } from "../uploads/tallies.ts";
import { detectAnomalies } from "./detect-anomalies.ts";
import type { FileShape } from "./detect-anomalies.ts";
import { reportFacts } from "./store-quality-report.ts";

const filesLookedAt = 20;

/** Compares a file with the customer's last published ones and stores what is unusual. */
export async function storeAnomalies(client: BulkClient, ctx: CustomerCtx, uploadId: UploadId, facts: TallyFacts): Promise<void> {
  const { rows } = await client.query<{ facts: FileShape }>(
    `SELECT q.facts FROM quality_reports q JOIN uploads u ON u.customer_id = q.customer_id AND u.id = q.upload_id
     WHERE q.customer_id = $1 AND u.status = 'COMMITTED' AND u.id <> $2 ORDER BY u.published_at DESC, u.id DESC LIMIT ${filesLookedAt}`,
    [ctx.customerId, uploadId],
  );
  const found = detectAnomalies(
    reportFacts(facts) as unknown as FileShape,
    rows.map((row) => row.facts),
  );
  if (found.length === 0) return;
  const list = JSON.stringify(found.map((anomaly) => ({ ...anomaly, id: newId<Id<"anomaly">>() })));
  await client.query(
    `INSERT INTO anomalies (customer_id, id, upload_id, kind, subject, severity, value, usual, found_at)
     SELECT $1, a.id, $2, a.kind, a.subject, a.severity, a.value, a.usual, $4
     FROM jsonb_to_recordset($3::jsonb) AS a(id uuid, kind text, subject text, severity text, value float8, usual float8) ON CONFLICT DO NOTHING`,
    [ctx.customerId, uploadId, list, ctx.clock.now()],
  );
}
