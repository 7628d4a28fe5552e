import { asSystem } from "@upstream/db";
import type { AuthDeps } from "../auth-deps.ts";
import { verifyAccessToken } from "./access-token.ts";
import { endSession } from "./end-session.ts";

/** Signs out the bearer of an access token: its id goes on the blacklist until it would have expired, and its session ends. */
export async function endTokenSession(deps: AuthDeps, accessToken: string, requestId: string): Promise<void> {
  const claims = await verifyAccessToken(deps, accessToken);
  await asSystem("sign-in", deps.db, async (tx) => {
    await tx.$executeRaw`DELETE FROM revoked_tokens WHERE expires_at < ${deps.clock.now()}`;
    await tx.$executeRaw`INSERT INTO revoked_tokens (jti, expires_at) VALUES (${claims.jti}::uuid, ${claims.expiresAt}) ON CONFLICT DO NOTHING`;
  });
  await endSession(deps, claims.sessionId, requestId);
}
