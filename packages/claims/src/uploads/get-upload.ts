import { DomainError, requirePermission } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { FileRefusalDetail } from "../csv/file-refusal.ts";
import type { UploadDetailDto, UploadIdInput } from "../schemas.ts";
import { ruleCounts } from "./rule-counts.ts";
import type { Utterance } from "./tallies.ts";
import { toUploadDto, uploadColumns, uploadTables } from "./upload-dto.ts";
import type { UploadRow } from "./upload-dto.ts";

type DetailRow = UploadRow & {
  mapping: { columns: Record<string, string>; ignored: string[]; dayFirst: boolean } | null;
  failure: FileRefusalDetail | null;
  findings: Record<string, number> | null;
  gravest: Record<string, Utterance> | null;
};

function toFailure(failure: FileRefusalDetail | null): UploadDetailDto["failure"] {
  if (failure === null) return null;
  const { found = [], missing = [], duplicates = [], guesses = [], column = null, examples = [], rowNo = null } = failure;
  return { found, missing, duplicates, guesses, column, examples, rowNo };
}

/** One upload with its progress, columns, findings per rule and, where it was refused, why and what to do. */
export async function getUpload(ctx: CustomerCtx, input: UploadIdInput): Promise<UploadDetailDto> {
  requirePermission(ctx.actor, "uploads:read");
  const row = await readInCustomer(ctx, (query) =>
    query.row<DetailRow>(
      "upload-detail",
      `SELECT ${uploadColumns}, u.mapping, u.failure, u.tallies->'findings' AS findings, u.tallies->'gravest' AS gravest
       FROM ${uploadTables} WHERE u.customer_id = $1 AND u.id = $2`,
      [ctx.customerId, input.uploadId],
    ),
  );
  if (!row) throw new DomainError("NOT_FOUND");
  const mapping = row.mapping ?? { columns: {}, ignored: [], dayFirst: false };
  return {
    ...toUploadDto(row),
    columns: mapping.columns,
    ignoredColumns: mapping.ignored,
    dayFirst: mapping.dayFirst,
    failure: toFailure(row.failure),
    rules: ruleCounts(row.findings ?? {}, row.gravest ?? {}),
  };
}
