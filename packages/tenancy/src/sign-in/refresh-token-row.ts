import type { Id } from "@upstream/core";
import { newId, randomToken } from "@upstream/core";
import { createHash } from "node:crypto";
import type { Tx } from "@upstream/db";
import type { AuthDeps } from "../auth-deps.ts";
import { sessionLives } from "./session-lives.ts";

/** SHA-256 of a refresh token's secret: all that is kept of it. */
export const digestOfSecret = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/** Stores a token `rt_<id>_<secret>` that follows `parentId`, in the open transaction. */
export async function insertRefreshToken(tx: Tx, deps: AuthDeps, from: { sessionId: string; parentId: string | null }): Promise<string> {
  const id = newId<Id<"refreshToken">>();
  const secret = randomToken(32);
  const now = deps.clock.now();
  const idleExpiresAt = new Date(now.getTime() + sessionLives.api.idle);
  await tx.refreshToken.create({
    data: { id, ...from, secretHash: new Uint8Array(digestOfSecret(secret)), createdAt: now, idleExpiresAt },
  });
  return `rt_${id}_${secret}`;
}
