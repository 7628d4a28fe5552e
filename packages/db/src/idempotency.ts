import { createHash } from "node:crypto";
import { DomainError } from "@upstream/core";
import type { CustomerCtx, Tx } from "./ctx.ts";
import { inCustomer } from "./customer-tx.ts";
import { executeSql, querySql, sql } from "./run-sql.ts";

export type IdempotentRequest = { key: string; method: "POST" | "PATCH"; path: string; body: string | Uint8Array };
export type IdempotentAnswer = { status: number; body: string };

type StoredRow = { method: string; path: string; bodySha256: Uint8Array; status: number | null; body: string | null };

const KEPT_MS = 24 * 60 * 60 * 1000;

async function takeTurn(tx: Tx, ctx: CustomerCtx, key: string): Promise<void> {
  const [turn] = await querySql<{ taken: boolean }>(
    tx,
    sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${`idempotency:${ctx.customerId}:${key}`}, 0)) AS taken`,
  );
  if (turn?.taken !== true) throw new DomainError("CONFLICT", { reason: "still-running" });
}

function storedAnswer(row: StoredRow, request: IdempotentRequest, bodySha256: Buffer): IdempotentAnswer {
  const isSame = row.method === request.method && row.path === request.path && bodySha256.equals(row.bodySha256);
  if (!isSame) throw new DomainError("INVALID", { reason: "idempotency-key-reused" });
  return { status: row.status ?? 200, body: row.body ?? "" };
}

/**
 * Answers a repeated request with the first one's answer, stored in the very transaction of the effect; `fn` joins it by `inCustomer`.
 * The same key with another request is INVALID `idempotency-key-reused`, while the first still runs CONFLICT `still-running`.
 * Keys are kept for 24 hours; an error is not stored.
 */
export async function runIdempotent(
  ctx: CustomerCtx,
  request: IdempotentRequest,
  fn: () => Promise<IdempotentAnswer>,
): Promise<IdempotentAnswer & { isReplay: boolean }> {
  const bodySha256 = createHash("sha256").update(request.body).digest();
  const now = ctx.clock.now();
  const oldest = new Date(now.getTime() - KEPT_MS);
  return inCustomer(ctx, async (tx) => {
    await takeTurn(tx, ctx, request.key);
    const [row] = await querySql<StoredRow>(
      tx,
      sql`SELECT method, path, body_sha256 AS "bodySha256", status, body FROM idempotency_keys
        WHERE customer_id = ${ctx.customerId}::uuid AND key = ${request.key} AND created_at > ${oldest}`,
    );
    if (row !== undefined) return { ...storedAnswer(row, request, bodySha256), isReplay: true };
    const answer = await fn();
    await executeSql(
      tx,
      sql`INSERT INTO idempotency_keys (customer_id, key, method, path, body_sha256, status, body, created_at)
        VALUES (${ctx.customerId}::uuid, ${request.key}, ${request.method}, ${request.path}, ${bodySha256}, ${answer.status}, ${answer.body}, ${now})
        ON CONFLICT (customer_id, key) DO UPDATE SET method = excluded.method, path = excluded.path, body_sha256 = excluded.body_sha256,
          status = excluded.status, body = excluded.body, created_at = excluded.created_at`,
    );
    return { ...answer, isReplay: false };
  });
}

/** Removes keys older than 24 hours; answers with their number. */
export async function purgeIdempotencyKeys(ctx: CustomerCtx): Promise<number> {
  const oldest = new Date(ctx.clock.now().getTime() - KEPT_MS);
  return inCustomer(ctx, (tx) =>
    executeSql(tx, sql`DELETE FROM idempotency_keys WHERE customer_id = ${ctx.customerId}::uuid AND created_at <= ${oldest}`),
  );
}
