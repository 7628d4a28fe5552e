import { requirePermission } from "@upstream/core";
import type { Page } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { Condition, CustomerCtx, PageSpec } from "@upstream/db";
import type { ListUploadsInput, UploadDto } from "../schemas.ts";
import { toUploadDto, uploadColumns, uploadTables } from "./upload-dto.ts";
import type { UploadRow } from "./upload-dto.ts";
import { uploadStatusSql } from "./upload-status.ts";

const spec: PageSpec<"createdAt"> = {
  name: "uploads",
  columns: uploadColumns,
  from: uploadTables,
  id: "u.id",
  sorts: { createdAt: { column: "u.created_at", type: "timestamptz" } },
};

const likeText = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** Files, newest first. */
export async function listUploads(ctx: CustomerCtx, input: ListUploadsInput): Promise<Page<UploadDto>> {
  requirePermission(ctx.actor, "uploads:read");
  const where: Condition[] = [{ text: "u.customer_id = ?", values: [ctx.customerId] }];
  if (input.status !== undefined) where.push({ text: `${uploadStatusSql} = ?`, values: [input.status] });
  if (input.search !== undefined) where.push({ text: "u.filename ILIKE ?", values: [likeText(input.search)] });
  const direction = input.sort === "createdAt" ? "asc" : "desc";
  const page = await readPage<UploadRow, "createdAt">(ctx, spec, {
    where,
    sort: "createdAt",
    direction,
    limit: input.limit,
    cursor: input.cursor,
  });
  return { items: page.rows.map(toUploadDto), nextCursor: page.nextCursor };
}
