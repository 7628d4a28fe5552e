import { requirePermission } from "@upstream/core";
import type { Id, Page, UploadId } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { Condition, CustomerCtx, PageSpec } from "@upstream/db";
import type { AnomalyDto, ListAnomaliesInput } from "../schemas.ts";

type AnomalyRow = Omit<AnomalyDto, "id" | "uploadId" | "foundAt" | "acknowledgedAt"> & {
  id: Id<"anomaly">;
  uploadId: UploadId;
  foundAt: Date;
  acknowledgedAt: Date | null;
};

const spec: PageSpec<"foundAt"> = {
  name: "anomalies",
  columns:
    'a.id::text AS id, a.upload_id::text AS "uploadId", a.kind, a.subject, a.severity, a.value, a.usual, a.found_at AS "foundAt", a.acknowledged_at AS "acknowledgedAt"',
  from: "anomalies a JOIN uploads u ON u.customer_id = a.customer_id AND u.id = a.upload_id AND u.status = 'COMMITTED'",
  id: "a.id",
  sorts: { foundAt: { column: "a.found_at", type: "timestamptz" } },
};

/** An anomaly as answered to the outside. */
export function toAnomalyDto(row: AnomalyRow): AnomalyDto {
  const { id, uploadId, kind, subject, severity, value, usual } = row;
  return {
    id,
    uploadId,
    kind,
    subject,
    severity,
    value,
    usual,
    foundAt: row.foundAt.toISOString(),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
  };
}

/** What was unusual about published files, newest first. */
export async function listAnomalies(ctx: CustomerCtx, input: ListAnomaliesInput): Promise<Page<AnomalyDto>> {
  requirePermission(ctx.actor, "quality:read");
  const where: Condition[] = [{ text: "a.customer_id = ?", values: [ctx.customerId] }];
  if (input.isAcknowledged !== undefined)
    where.push({ text: "(a.acknowledged_at IS NOT NULL) = ?::boolean", values: [input.isAcknowledged] });
  const direction = input.sort === "foundAt" ? "asc" : "desc";
  const page = await readPage<AnomalyRow, "foundAt">(ctx, spec, {
    where,
    sort: "foundAt",
    direction,
    limit: input.limit,
    cursor: input.cursor,
  });
  return { items: page.rows.map(toAnomalyDto), nextCursor: page.nextCursor };
}
