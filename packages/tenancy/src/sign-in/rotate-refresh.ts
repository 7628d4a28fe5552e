import type { CustomerId, SessionId, UserId } from "@upstream/core";
import { DomainError, deriveKey, openText, sealText } from "@upstream/core";
import { timingSafeEqual } from "node:crypto";
import { asSystem } from "@upstream/db";
import type { Tx } from "@upstream/db";
import type { AuthDeps } from "../auth-deps.ts";
import type { TokenDto } from "../schemas.ts";
import { accessTokenSeconds, issueAccessToken } from "./access-token.ts";
import { endReusedSession } from "./end-reused-session.ts";
import { digestOfSecret, insertRefreshToken } from "./refresh-token-row.ts";
import { sessionLives } from "./session-lives.ts";

type Stored = {
  id: string;
  session_id: string;
  secret_hash: Uint8Array;
  used_at: Date | null;
  idle_expires_at: Date;
  successor_sealed: Uint8Array | null;
  successor_used_at: Date | null;
  user_id: string;
  customer_id: string | null;
  revoked_at: Date | null;
  absolute_expires_at: Date;
};
type Outcome = { kind: "rotated"; token: string; row: Stored } | { kind: "reused" } | { kind: "refused" };

const shape = /^rt_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([\w-]{43})$/;
const graceMs = 10_000;
const place = (id: string) => ({ table: "refresh_tokens", column: "successor_sealed", customerId: "", row: id });
const graceKey = (deps: AuthDeps) => deriveKey(deps.kek.key, "refresh_tokens.successor");

async function readToken(tx: Tx, id: string): Promise<Stored | undefined> {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT t.id, t.session_id, t.secret_hash, t.used_at, t.idle_expires_at, t.successor_sealed, n.used_at AS successor_used_at,
           s.user_id, s.customer_id, s.revoked_at, s.absolute_expires_at
    FROM refresh_tokens t JOIN auth_sessions s ON s.id = t.session_id LEFT JOIN refresh_tokens n ON n.parent_id = t.id
    WHERE t.id = ${id}::uuid FOR UPDATE OF t`;
  return rows[0];
}

type Shown = { id: string; secret: string; requestId: string };

const whoOf = (row: Stored) => ({
  userId: row.user_id as UserId,
  sessionId: row.session_id as SessionId,
  customerId: row.customer_id as CustomerId | null,
});

async function rotate(tx: Tx, deps: AuthDeps, shown: Shown): Promise<Outcome> {
  const row = await readToken(tx, shown.id);
  const now = deps.clock.now();
  if (!row || !timingSafeEqual(Buffer.from(row.secret_hash), digestOfSecret(shown.secret))) return { kind: "refused" };
  if (row.revoked_at || row.absolute_expires_at <= now || row.idle_expires_at <= now) return { kind: "refused" };
  if (row.used_at) {
    const isFresh = now.getTime() - row.used_at.getTime() <= graceMs && !row.successor_used_at;
    if (isFresh && row.successor_sealed)
      return { kind: "rotated", token: openText(graceKey(deps), place(row.id), Buffer.from(row.successor_sealed)), row };
    await endReusedSession(tx, { ...whoOf(row), now, requestId: shown.requestId });
    return { kind: "reused" };
  }
  const token = await insertRefreshToken(tx, deps, { sessionId: row.session_id, parentId: row.id });
  const sealed = new Uint8Array(sealText(graceKey(deps), deps.kek.id, place(row.id), token));
  await tx.refreshToken.update({ where: { id: row.id }, data: { usedAt: now, successorSealed: sealed } });
  // The parent's copy of this token has served: it is kept for a lost answer only.
  await tx.$executeRaw`UPDATE refresh_tokens SET successor_sealed = NULL WHERE id = (SELECT parent_id FROM refresh_tokens WHERE id = ${row.id}::uuid)`;
  const idle = new Date(Math.min(now.getTime() + sessionLives.api.idle, row.absolute_expires_at.getTime()));
  await tx.$executeRaw`UPDATE auth_sessions SET last_seen_at = ${now}, idle_expires_at = ${idle} WHERE id = ${row.session_id}::uuid`;
  return { kind: "rotated", token, row };
}

/**
 * Exchanges a refresh token for the next pair. Each token works once; shown again within ten seconds while its successor
 * is unused it answers the same successor (a lost answer), later it revokes the whole session (RFC 9700, 4.14.2).
 */
export async function rotateRefresh(deps: AuthDeps, refreshToken: string, requestId: string): Promise<TokenDto> {
  const match = shape.exec(refreshToken);
  if (!match?.[1] || !match[2]) throw new DomainError("UNAUTHENTICATED", { reason: "refresh-token" });
  const [, id, secret] = match;
  const outcome = await asSystem("sign-in", deps.db, (tx) => rotate(tx, deps, { id, secret, requestId }), { requestId });
  if (outcome.kind === "refused") throw new DomainError("UNAUTHENTICATED", { reason: "refresh-token" });
  if (outcome.kind === "reused") throw new DomainError("UNAUTHENTICATED", { reason: "refresh-reused" });
  return {
    accessToken: await issueAccessToken(deps, whoOf(outcome.row)),
    refreshToken: outcome.token,
    tokenType: "Bearer",
    expiresIn: accessTokenSeconds,
  };
}
