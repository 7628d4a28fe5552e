import { randomUUID } from "node:crypto";
import { asSystem } from "@upstream/db";
import { testDatabase } from "@upstream/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { purgeSignIns } from "./purge-sign-ins.ts";

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const now = new Date("2026-11-25T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);

async function addSession(endedDaysAgo: number): Promise<string> {
  const userId = randomUUID();
  const sessionId = randomUUID();
  const end = daysAgo(endedDaysAgo);
  const start = new Date(end.getTime() - 3_600_000);
  await asSystem("user-set-up", database.db, async (tx) => {
    await tx.$executeRaw`INSERT INTO users (id, email, name) VALUES (${userId}::uuid, ${`${userId}@example.org`}, 'Old Hand')`;
    await tx.$executeRaw`INSERT INTO auth_sessions (id, user_id, client, created_at, last_seen_at, idle_expires_at, absolute_expires_at)
      VALUES (${sessionId}::uuid, ${userId}::uuid, 'api', ${start}, ${start}, ${end}, ${end})`;
    await tx.$executeRaw`INSERT INTO refresh_tokens (id, session_id, secret_hash, created_at, idle_expires_at)
      VALUES (${randomUUID()}::uuid, ${sessionId}::uuid, ${Buffer.alloc(32)}, ${start}, ${end})`;
  });
  return sessionId;
}

async function tokensOf(sessionId: string): Promise<number> {
  const rows = await asSystem(
    "sign-in",
    database.db,
    (tx) => tx.$queryRaw<unknown[]>`SELECT 1 FROM refresh_tokens WHERE session_id = ${sessionId}::uuid`,
  );
  return rows.length;
}

describe("purgeSignIns", () => {
  it("removes long ended sessions with their tokens and keeps the others", async () => {
    const [old, recent] = [await addSession(91), await addSession(89)];
    await purgeSignIns(database.db, now);
    expect([await tokensOf(old), await tokensOf(recent)]).toEqual([0, 1]);
  });

  it("removes revocations of tokens that have expired, and throttles that block nobody any more", async () => {
    const jtis = [randomUUID(), randomUUID()] as const;
    const keys = [`old:${randomUUID()}`, `blocked:${randomUUID()}`] as const;
    await asSystem("sign-in", database.db, async (tx) => {
      await tx.$executeRaw`INSERT INTO revoked_tokens (jti, expires_at) VALUES (${jtis[0]}::uuid, ${daysAgo(1)}), (${jtis[1]}::uuid, ${daysAgo(-1)})`;
      await tx.$executeRaw`INSERT INTO login_throttles (key, failures, updated_at, blocked_until)
        VALUES (${keys[0]}, 3, ${daysAgo(8)}, ${daysAgo(7)}), (${keys[1]}, 9, ${daysAgo(8)}, ${daysAgo(-1)})`;
    });
    expect(await purgeSignIns(database.db, now)).toBeGreaterThanOrEqual(2);
    const left = await asSystem(
      "sign-in",
      database.db,
      (tx) => tx.$queryRaw<{ name: string }[]>`
      SELECT jti::text AS name FROM revoked_tokens WHERE jti::text = ANY(${[...jtis]})
      UNION ALL SELECT key FROM login_throttles WHERE key = ANY(${[...keys]})`,
    );
    expect(left.map(({ name }) => name).sort()).toEqual([jtis[1], keys[1]].sort());
  });
});
