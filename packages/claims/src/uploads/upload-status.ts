/** Status of an upload as the outside sees it. */
export const uploadStatuses = ["receiving", "received", "processing", "completed", "partial", "failed", "cancelled", "voided"] as const;
export type UploadStatus = (typeof uploadStatuses)[number];

/** SQL of that status over `uploads u`. */
export const uploadStatusSql = `CASE u.status WHEN 'RECEIVING' THEN 'receiving' WHEN 'RECEIVED' THEN 'received' WHEN 'PARSING' THEN 'processing' WHEN 'STAGED' THEN 'processing'
  WHEN 'COMMITTED' THEN CASE WHEN u.rejected_count > 0 THEN 'partial' ELSE 'completed' END WHEN 'CANCELLED' THEN 'cancelled' WHEN 'VOIDED' THEN 'voided' ELSE 'failed' END`;
