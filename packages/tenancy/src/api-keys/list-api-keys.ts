import type { ApiKeyId, Page } from "@upstream/core";
import { requirePermission } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { CustomerCtx, PageSpec } from "@upstream/db";
import type { ApiKeyDto, ListApiKeysInput } from "../schemas.ts";

type Row = {
  id: string;
  name: string;
  role: ApiKeyDto["role"];
  scope: ApiKeyDto["scope"];
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
};

const spec: PageSpec<"createdAt"> = {
  name: "api-keys",
  columns: "k.id, k.name, k.role, k.scope, k.created_at, k.expires_at, k.last_used_at",
  from: "api_keys k",
  id: "k.id",
  sorts: { createdAt: { column: "k.created_at", type: "timestamptz" } },
};

/** Keys that are not revoked, newest first. */
export async function listApiKeys(ctx: CustomerCtx, input: ListApiKeysInput): Promise<Page<ApiKeyDto>> {
  requirePermission(ctx.actor, "api-keys:admin");
  const where = [{ text: "k.customer_id = ? AND k.revoked_at IS NULL", values: [ctx.customerId] }];
  const { rows, nextCursor } = await readPage<Row, "createdAt">(ctx, spec, {
    where,
    sort: "createdAt",
    direction: "desc",
    limit: input.limit,
    cursor: input.cursor,
  });
  const items = rows.map((row) => ({
    id: row.id as ApiKeyId,
    name: row.name,
    role: row.role,
    scope: row.scope,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }));
  return { items, nextCursor };
}
