import type { CustomerId, SessionId, UserId } from "@upstream/core";
import { newId } from "@upstream/core";
import { createHash } from "node:crypto";
import { asSystem } from "@upstream/db";
import type { AuthDeps } from "../auth-deps.ts";
import { sessionLives } from "./session-lives.ts";
import type { SessionClient } from "./session-lives.ts";

export type SessionStart = { userId: UserId; customerId: CustomerId | null; client: SessionClient; address: string };

/** Opens a session: idle 15 minutes and 12 hours in all for a browser, idle 24 hours and 30 days in all for API tokens. */
export async function startSession(deps: AuthDeps, start: SessionStart): Promise<SessionId> {
  const id = newId<SessionId>();
  const now = deps.clock.now();
  const life = sessionLives[start.client];
  await asSystem("sign-in", deps.db, (tx) =>
    tx.authSession.create({
      data: {
        id,
        userId: start.userId,
        customerId: start.customerId,
        client: start.client,
        createdAt: now,
        lastSeenAt: now,
        idleExpiresAt: new Date(now.getTime() + life.idle),
        absoluteExpiresAt: new Date(now.getTime() + life.absolute),
        addressHash: new Uint8Array(createHash("sha256").update(start.address).digest()),
      },
    }),
  );
  return id;
}
