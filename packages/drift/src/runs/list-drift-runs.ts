import { requirePermission, type Page } from "@upstream/core";
import { readPage, type CustomerCtx, type PageSpec } from "@upstream/db";
import type { DriftRunDto, ListDriftRunsInput } from "../schemas.ts";
import { runColumns, toRunDto, type RunRow } from "./run-dto.ts";

const spec: PageSpec<"finishedAt"> = {
  name: "drift-runs",
  columns: runColumns,
  from: "drift_runs r",
  id: "r.id",
  sorts: { finishedAt: { column: "r.finished_at", type: "timestamptz" } },
};

/** Runs, newest first. */
export async function listDriftRuns(ctx: CustomerCtx, input: ListDriftRunsInput): Promise<Page<DriftRunDto>> {
  requirePermission(ctx.actor, "drift:read");
  const where = [{ text: "r.customer_id = ?", values: [ctx.customerId] }];
  const page = await readPage<RunRow, "finishedAt">(ctx, spec, {
    where,
    sort: "finishedAt",
    direction: "desc",
    limit: input.limit,
    cursor: input.cursor,
  });
  return { items: page.rows.map(toRunDto), nextCursor: page.nextCursor };
}
