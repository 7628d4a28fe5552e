import type { CustomerId, GrantId, Role, SessionId, UserId } from "@upstream/core";
import { asSystem, readAsSystem } from "@upstream/db";
import type { AuthDeps } from "../auth-deps.ts";
import { anonymous } from "../principal.ts";
import type { Principal } from "../principal.ts";
import { sessionLives } from "./session-lives.ts";

export type SessionQuery = {
  sessionId: SessionId;
  /** Slug or id of the customer to work in; null for pages outside a customer. */
  customer: string | null;
  /** Token id to hold against the blacklist. */
  jti?: string | undefined;
  /** Background polling does not keep a session alive. */
  isPolling?: boolean | undefined;
};

type Row = {
  user_id: string;
  name: string;
  email: string;
  is_superuser: boolean;
  client: "browser" | "api";
  last_seen_at: Date;
  idle_expires_at: Date;
  absolute_expires_at: Date;
  is_dead: boolean;
  customer_id: string | null;
  customer_name: string | null;
  slug: string | null;
  time_zone: string | null;
  role: string | null;
  may_reveal_phi: boolean | null;
  grant_id: string | null;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const text = `
  SELECT s.user_id, u.name, u.email, u.is_superuser, s.client, s.last_seen_at, s.idle_expires_at, s.absolute_expires_at,
    (s.revoked_at IS NOT NULL OR u.disabled_at IS NOT NULL OR EXISTS (SELECT 1 FROM revoked_tokens r WHERE r.jti = $3::uuid)) AS is_dead,
    c.id AS customer_id, c.name AS customer_name, c.slug, c.time_zone, m.role, m.may_reveal_phi, g.id AS grant_id
  FROM auth_sessions s
  JOIN users u ON u.id = s.user_id
  LEFT JOIN customers c ON c.slug = $2 OR c.id = $5::uuid
  LEFT JOIN memberships m ON m.user_id = s.user_id AND m.customer_id = c.id
  LEFT JOIN LATERAL (SELECT a.id FROM access_grants a WHERE u.is_superuser AND a.user_id = u.id AND a.customer_id = c.id
    AND a.ended_at IS NULL AND a.expires_at > $4 ORDER BY a.expires_at DESC LIMIT 1) g ON true
  WHERE s.id = $1`;

async function keepAlive(deps: AuthDeps, sessionId: SessionId, row: Row, now: Date): Promise<void> {
  if (now.getTime() - row.last_seen_at.getTime() < 60_000) return;
  const idle = new Date(Math.min(now.getTime() + sessionLives[row.client].idle, row.absolute_expires_at.getTime()));
  await asSystem("session-check", deps.db, (tx) =>
    tx.authSession.updateMany({ where: { id: sessionId, revokedAt: null }, data: { lastSeenAt: now, idleExpiresAt: idle } }),
  );
}

function principalOf(row: Row, sessionId: SessionId): Principal {
  const person = { userId: row.user_id as UserId, sessionId, name: row.name, email: row.email };
  if (!row.customer_id) return { kind: "member", ...person, isSuperuser: row.is_superuser };
  const place = {
    customerId: row.customer_id as CustomerId,
    customerName: row.customer_name ?? "",
    customerSlug: row.slug ?? "",
    timeZone: row.time_zone ?? "UTC",
  };
  if (row.role) return { kind: "user", ...person, ...place, role: row.role as Role, mayRevealPhi: row.may_reveal_phi ?? false };
  if (row.grant_id) return { kind: "superuser", ...person, ...place, grantId: row.grant_id as GrantId };
  return { kind: "member", ...person, isSuperuser: row.is_superuser };
}

/**
 * Who a session is, in one indexed statement: person, customer, role or grant. Anonymous when the session is revoked, idle or
 * past its life. A customer the person does not belong to gives a principal without a customer, as if it did not exist.
 */
export async function resolveSession(deps: AuthDeps, query: SessionQuery): Promise<Principal> {
  const now = deps.clock.now();
  const isId = query.customer !== null && uuid.test(query.customer);
  const [row] = await readAsSystem<Row>("session-check", deps.db, {
    name: "resolve-session",
    text,
    params: [query.sessionId, isId ? null : query.customer, query.jti ?? null, now, isId ? query.customer : null],
  });
  if (!row || row.is_dead || row.idle_expires_at <= now || row.absolute_expires_at <= now) return anonymous;
  if (!query.isPolling) await keepAlive(deps, query.sessionId, row, now);
  return principalOf(row, query.sessionId);
}
