import type { UploadId } from "@upstream/core";
import type { UploadDto } from "../schemas.ts";
import { uploadStatusSql } from "./upload-status.ts";
import type { UploadStatus } from "./upload-status.ts";

/** Select list over `uploads u LEFT JOIN quality_reports q`. */
export const uploadColumns = `u.id::text AS id, u.filename, ${uploadStatusSql} AS status, u.byte_count AS "byteCount", u.encoding, u.is_encoding_assumed AS "isEncodingAssumed",
  u.created_at AS "createdAt", u.created_by AS "createdBy", u.finished_at AS "finishedAt", u.row_count AS "rowCount", u.accepted_count AS "acceptedCount",
  u.rejected_count AS "rejectedCount", u.warning_count AS "warningCount", u.new_count AS "newCount", u.updated_count AS "updatedCount", u.unchanged_count AS "unchangedCount",
  q.score AS "qualityScore", q.grade, u.bytes_read AS "bytesRead", u.failure_code AS "failureCode"`;

export const uploadTables = "uploads u LEFT JOIN quality_reports q ON q.customer_id = u.customer_id AND q.upload_id = u.id";

export type UploadRow = Omit<UploadDto, "id" | "status" | "createdAt" | "finishedAt" | "progress"> & {
  id: UploadId;
  status: UploadStatus;
  createdAt: Date;
  finishedAt: Date | null;
  bytesRead: number;
};

/** Share of the work done, 0–1: reading is most of it, publishing the last twentieth. */
function progressOf(row: UploadRow): number {
  if (row.status === "receiving" || row.status === "received") return 0;
  if (row.status !== "processing") return 1;
  return row.byteCount === 0 ? 0 : 0.95 * Math.min(1, row.bytesRead / row.byteCount);
}

/** An upload as answered to the outside. */
export function toUploadDto(row: UploadRow): UploadDto {
  return {
    id: row.id,
    filename: row.filename,
    status: row.status,
    byteCount: row.byteCount,
    encoding: row.encoding,
    isEncodingAssumed: row.isEncodingAssumed,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    rowCount: row.rowCount,
    acceptedCount: row.acceptedCount,
    rejectedCount: row.rejectedCount,
    warningCount: row.warningCount,
    newCount: row.newCount,
    updatedCount: row.updatedCount,
    unchangedCount: row.unchangedCount,
    qualityScore: row.qualityScore,
    grade: row.grade,
    progress: progressOf(row),
    failureCode: row.failureCode,
  };
}
