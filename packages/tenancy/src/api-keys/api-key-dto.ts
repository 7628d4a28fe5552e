import type { ApiKeyId } from "@upstream/core";
import type { Prisma } from "@upstream/db";
import type { ApiKeyDto } from "../schemas.ts";

export const apiKeySelect = {
  id: true,
  name: true,
  role: true,
  scope: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
} satisfies Prisma.ApiKeySelect;

type Row = Prisma.ApiKeyGetPayload<{ select: typeof apiKeySelect }>;

/** An API key as the outside sees it: never its secret. */
export function toApiKeyDto(row: Row): ApiKeyDto {
  return {
    id: row.id as ApiKeyId,
    name: row.name,
    role: row.role as ApiKeyDto["role"],
    scope: row.scope as ApiKeyDto["scope"],
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
