import { DomainError } from "@upstream/core";
import type { AuthDeps } from "../auth-deps.ts";
import type { VerifyDto } from "../schemas.ts";
import { verifyAccessToken } from "./access-token.ts";
import { authenticateBearer } from "./authenticate-bearer.ts";

/** Whether an access token would be accepted now, and until when. */
export async function verifyToken(deps: AuthDeps, token: string): Promise<VerifyDto> {
  try {
    const claims = await verifyAccessToken(deps, token);
    await authenticateBearer(deps, token);
    return { active: true, expiresAt: claims.expiresAt.toISOString() };
  } catch (error) {
    if (error instanceof DomainError && error.code === "UNAUTHENTICATED") return { active: false, expiresAt: null };
    throw error;
  }
}
