import { asSystem } from "@upstream/db";
import type { Db } from "@upstream/db";

const dayMs = 24 * 3_600_000;
/** Longer than any block lasts. */
const throttleDays = 7;
/** A session that ended stays so long, for questions about who was signed in. */
const sessionDays = 90;

/** Removes what sign-in no longer needs: sessions that ended 90 days ago with their refresh tokens, revocations of expired tokens, old throttles. Answers with their number. */
export async function purgeSignIns(db: Db, now: Date): Promise<number> {
  const sessionsBefore = new Date(now.getTime() - sessionDays * dayMs);
  const throttlesBefore = new Date(now.getTime() - throttleDays * dayMs);
  return asSystem("retention", db, async (tx) => {
    const sessions = await tx.$executeRaw`DELETE FROM auth_sessions WHERE least(revoked_at, absolute_expires_at) < ${sessionsBefore}`;
    const revoked = await tx.$executeRaw`DELETE FROM revoked_tokens WHERE expires_at < ${now}`;
    const throttles = await tx.$executeRaw`
      DELETE FROM login_throttles WHERE updated_at < ${throttlesBefore} AND coalesce(blocked_until, updated_at) < ${now}`;
    return sessions + revoked + throttles;
  });
}
