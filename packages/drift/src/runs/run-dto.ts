import type { DriftRunId, UploadId } from "@upstream/core";
import type { DriftRunDto } from "../schemas.ts";
import { neededDays } from "../windows.ts";

export type RunRow = Omit<DriftRunDto, "asOf" | "neededDays" | "startedAt" | "finishedAt"> & {
  id: DriftRunId;
  asOf: Date;
  startedAt: Date;
  finishedAt: Date;
};
export type RunDetailRow = RunRow & { uploads: { id: UploadId; sha256: string }[]; cellsSha256: string };

export const runColumns = `r.id::text AS id, r.kind, r.as_of AS "asOf", r.status, r.watermark, r.history_days AS "historyDays", r.method, r.feed_mode AS "feedMode",
  r.look_count AS "lookCount", r.is_historic AS "isHistoric", r.segment_count AS "segmentCount", r.tested_count AS "testedCount", r.opened_count AS "openedCount",
  r.worsened_count AS "worsenedCount", r.recovered_count AS "recoveredCount", r.requested_by AS "requestedBy", r.started_at AS "startedAt", r.finished_at AS "finishedAt"`;

export function toRunDto(row: RunRow): DriftRunDto {
  return {
    id: row.id,
    kind: row.kind,
    asOf: row.asOf.toISOString(),
    status: row.status,
    watermark: row.watermark,
    historyDays: row.historyDays,
    neededDays,
    method: row.method,
    feedMode: row.feedMode,
    lookCount: row.lookCount,
    isHistoric: row.isHistoric,
    segmentCount: row.segmentCount,
    testedCount: row.testedCount,
    openedCount: row.openedCount,
    worsenedCount: row.worsenedCount,
    recoveredCount: row.recoveredCount,
    requestedBy: row.requestedBy,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt.toISOString(),
  };
}
