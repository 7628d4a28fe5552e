import type { ApiKeyId, CustomerId, Role } from "@upstream/core";
import { DomainError } from "@upstream/core";
import { createHash, timingSafeEqual } from "node:crypto";
import { asSystem, readAsSystem } from "@upstream/db";
import type { AuthDeps } from "../auth-deps.ts";
import type { CustomerPrincipal } from "../principal.ts";

const shape = /^upk_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([\w-]{43})$/;
const text = `
  SELECT k.id, k.name, k.role, k.scope, k.secret_hash, k.expires_at, k.revoked_at, k.last_used_at, c.id AS customer_id, c.name AS customer_name, c.slug, c.time_zone
  FROM api_keys k JOIN customers c ON c.id = k.customer_id WHERE k.id = $1`;

type Row = {
  id: string;
  name: string;
  role: string;
  scope: "read" | "write";
  secret_hash: Uint8Array;
  expires_at: Date;
  revoked_at: Date | null;
  last_used_at: Date | null;
  customer_id: string;
  customer_name: string;
  slug: string;
  time_zone: string;
};

async function markUsed(deps: AuthDeps, row: Row, now: Date): Promise<void> {
  if (row.last_used_at && now.getTime() - row.last_used_at.getTime() < 60_000) return;
  await asSystem("api-key-check", deps.db, (tx) => tx.$executeRaw`UPDATE api_keys SET last_used_at = ${now} WHERE id = ${row.id}::uuid`);
}

/** The customer and role behind `upk_<id>_<secret>`; throws UNAUTHENTICATED when unknown, expired or revoked. */
export async function resolveApiKey(deps: AuthDeps, key: string): Promise<CustomerPrincipal> {
  const match = shape.exec(key);
  const refused = () => new DomainError("UNAUTHENTICATED", { reason: "api-key" });
  if (!match?.[1] || !match[2]) throw refused();
  const [row] = await readAsSystem<Row>("api-key-check", deps.db, { name: "resolve-api-key", text, params: [match[1]] });
  const now = deps.clock.now();
  if (!row || !timingSafeEqual(Buffer.from(row.secret_hash), createHash("sha256").update(match[2]).digest())) throw refused();
  if (row.revoked_at || row.expires_at <= now) throw refused();
  await markUsed(deps, row, now);
  return {
    kind: "apiKey",
    apiKeyId: row.id as ApiKeyId,
    name: row.name,
    customerId: row.customer_id as CustomerId,
    customerName: row.customer_name,
    customerSlug: row.slug,
    timeZone: row.time_zone,
    role: row.role as Role,
    scope: row.scope,
  };
}
