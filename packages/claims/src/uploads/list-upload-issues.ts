import { DomainError, requirePermission } from "@upstream/core";
import type { Id, Page } from "@upstream/core";
import { readInCustomer, readPage } from "@upstream/db";
import type { Condition, CustomerCtx, PageSpec } from "@upstream/db";
import type { Severity } from "../rules/rule.ts";
import type { IssueDto, ListUploadIssuesInput } from "../schemas.ts";
import { issueText } from "./rule-counts.ts";

type IssueRow = { id: Id<"issue">; rowNo: number; column: string; code: string; detail: string; severity: Severity };

const spec: PageSpec<"rowNo"> = {
  name: "upload-issues",
  columns: 'i.id::text AS id, i.row_no AS "rowNo", i.column_name AS "column", i.code, i.detail, i.severity',
  from: "validation_issues i",
  id: "i.id",
  sorts: { rowNo: { column: "i.row_no", type: "integer" } },
};

function toIssueDto(row: IssueRow): IssueDto {
  const { message, remedy } = issueText(row.code, row.detail);
  return { id: row.id, rowNo: row.rowNo, column: row.column, code: row.code, severity: row.severity, message, remedy };
}

async function assertUpload(ctx: CustomerCtx, uploadId: string): Promise<void> {
  const row = await readInCustomer(ctx, (query) =>
    query.row("upload-exists", "SELECT 1 AS one FROM uploads WHERE customer_id = $1 AND id = $2", [ctx.customerId, uploadId]),
  );
  if (!row) throw new DomainError("NOT_FOUND");
}

/** Findings of one upload in the order of its rows: row, column, code, message and remedy, never a value. */
export async function listUploadIssues(ctx: CustomerCtx, input: ListUploadIssuesInput): Promise<Page<IssueDto>> {
  requirePermission(ctx.actor, "uploads:read");
  const where: Condition[] = [
    { text: "i.customer_id = ?", values: [ctx.customerId] },
    { text: "i.upload_id = ?", values: [input.uploadId] },
  ];
  if (input.severity !== undefined) where.push({ text: "i.severity = ?", values: [input.severity] });
  if (input.code !== undefined) where.push({ text: "i.code = ?", values: [input.code] });
  const direction = input.sort === "rowNo" ? "asc" : "desc";
  const page = await readPage<IssueRow, "rowNo">(ctx, spec, { where, sort: "rowNo", direction, limit: input.limit, cursor: input.cursor });
  if (page.rows.length === 0) await assertUpload(ctx, input.uploadId);
  return { items: page.rows.map(toIssueDto), nextCursor: page.nextCursor };
}
