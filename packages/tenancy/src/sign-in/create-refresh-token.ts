import type { SessionId } from "@upstream/core";
import { asSystem } from "@upstream/db";
import type { AuthDeps } from "../auth-deps.ts";
import { insertRefreshToken } from "./refresh-token-row.ts";

/** The first refresh token of a session: opaque, 256 bits. */
export function createRefreshToken(deps: AuthDeps, sessionId: SessionId): Promise<string> {
  return asSystem("sign-in", deps.db, (tx) => insertRefreshToken(tx, deps, { sessionId, parentId: null }));
}
