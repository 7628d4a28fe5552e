import { DomainError, requirePermission } from "@upstream/core";
import { readInCustomer, type CustomerCtx } from "@upstream/db";
import type { DriftRunDetailDto, GetDriftRunInput } from "../schemas.ts";
import { runColumns, toRunDto, type RunDetailRow } from "./run-dto.ts";

/** One run with the files it saw and the digest of its counts, so that it can be repeated. */
export async function getDriftRun(ctx: CustomerCtx, { runId }: GetDriftRunInput): Promise<DriftRunDetailDto> {
  requirePermission(ctx.actor, "drift:read");
  const row = await readInCustomer(ctx, (query) =>
    query.row<RunDetailRow>(
      "drift-run",
      `SELECT ${runColumns}, r.uploads, encode(r.cells_sha256, 'hex') AS "cellsSha256" FROM drift_runs r WHERE r.customer_id = $1 AND r.id = $2`,
      [ctx.customerId, runId],
    ),
  );
  if (row === undefined) throw new DomainError("NOT_FOUND");
  return { ...toRunDto(row), uploads: row.uploads, cellsSha256: row.cellsSha256 };
}
