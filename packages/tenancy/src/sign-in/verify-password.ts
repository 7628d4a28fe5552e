import type { CustomerId, UserId } from "@upstream/core";
import { DomainError } from "@upstream/core";
import { asSystem } from "@upstream/db";
import type { Tx } from "@upstream/db";
import type { AuthDeps } from "../auth-deps.ts";
import { writeAuthAudit } from "../audit-log/write-auth-audit.ts";
import { networkOf } from "./network-of.ts";
import { blockSeconds, failureLimit } from "./next-block.ts";
import { passwordFits } from "./password-hash.ts";

export type PasswordTry = {
  email: string;
  password: string;
  address: string;
  requestId: string;
  /** Id of a device that this account is known on; it waits by its own count, so nobody else's tries shut the owner out. */
  deviceId?: string | undefined;
};
export type SignedIn = { userId: UserId; name: string; email: string; isSuperuser: boolean; customerIds: CustomerId[] };

const addressLimit = 300;
const networkLimit = 1_500;
const addressBlockSeconds = 60;
const windowMinutes = 15;

async function countTry(tx: Tx, key: string, now: Date, limit: (failures: number) => number): Promise<void> {
  const [row] = await tx.$queryRaw<{ failures: number; blocked_until: Date | null }[]>`
    INSERT INTO login_throttles AS t (key, failures, updated_at) VALUES (${key}, 1, ${now})
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN t.blocked_until > ${now} THEN t.failures WHEN ${key} LIKE 'address:%' AND t.updated_at < ${now}::timestamptz - make_interval(mins => ${windowMinutes}) THEN 1 ELSE t.failures + 1 END,
      updated_at = CASE WHEN t.blocked_until > ${now} THEN t.updated_at ELSE ${now} END
    RETURNING failures, blocked_until`;
  const blockedUntil = row?.blocked_until;
  if (blockedUntil && blockedUntil > now) {
    throw new DomainError("LIMITED", {
      reason: "sign-in-throttled",
      retryAfterSeconds: Math.ceil((blockedUntil.getTime() - now.getTime()) / 1000),
    });
  }
  const seconds = limit(row?.failures ?? 1);
  if (seconds > 0) {
    const until = new Date(now.getTime() + seconds * 1000);
    await tx.$executeRaw`UPDATE login_throttles SET blocked_until = ${until} WHERE key = ${key}`;
  }
}

type Keys = { address: string; network: string; account: string };

function keysOf(attempt: PasswordTry, email: string): Keys {
  const account = attempt.deviceId === undefined ? `account:${email}` : `device:${attempt.deviceId}`;
  return {
    address: `address:${attempt.address}`.slice(0, 120),
    network: `address:net:${networkOf(attempt.address)}`.slice(0, 120),
    account: account.slice(0, 120),
  };
}

async function forgiveTry(tx: Tx, { address, network, account }: Keys): Promise<void> {
  await tx.$executeRaw`UPDATE login_throttles SET failures = 0, blocked_until = NULL WHERE key = ${account}`;
  await tx.$executeRaw`UPDATE login_throttles SET failures = greatest(failures - 1, 0) WHERE key IN (${address}, ${network})`;
}

async function readAccount(tx: Tx, email: string) {
  return tx.user.findUnique({
    where: { email },
    select: {
      id: true,
      name: true,
      email: true,
      isSuperuser: true,
      passwordHash: true,
      disabledAt: true,
      memberships: { select: { customerId: true }, orderBy: { createdAt: "asc" } },
    },
  });
}

const placeLimit = (limit: number) => (tries: number) => (tries > limit ? addressBlockSeconds : 0);
const accountLimit = (failures: number) => (failures >= failureLimit ? 365 * 86_400 : blockSeconds(failures));

/**
 * Checks an address and password. The try is counted before anything is hashed; an unknown address, a wrong password and a
 * disabled account get the same UNAUTHENTICATED after the same work; LIMITED while the account (on a device it knows: the device),
 * the caller's address or its network waits.
 */
export async function verifyPassword(deps: AuthDeps, attempt: PasswordTry): Promise<SignedIn> {
  const email = attempt.email.toLowerCase();
  const now = deps.clock.now();
  const keys = keysOf(attempt, email);
  await asSystem("sign-in", deps.db, async (tx) => {
    await countTry(tx, keys.network, now, placeLimit(networkLimit));
    await countTry(tx, keys.address, now, placeLimit(addressLimit));
    await countTry(tx, keys.account, now, accountLimit);
  });
  const account = await asSystem("sign-in", deps.db, (tx) => readAccount(tx, email));
  const fits = await passwordFits(deps.kek, account?.passwordHash ?? null, attempt.password);
  if (!account || !fits || account.disabledAt) {
    await writeAuthAudit(deps, {
      customerId: null,
      actor: "system:sign-in",
      requestId: attempt.requestId,
      action: "auth.refused",
      entity: "user",
      entityId: account?.id ?? null,
    });
    throw new DomainError("UNAUTHENTICATED", { reason: "sign-in" });
  }
  await asSystem("sign-in", deps.db, (tx) => forgiveTry(tx, keys));
  return {
    userId: account.id as UserId,
    name: account.name,
    email: account.email,
    isSuperuser: account.isSuperuser,
    customerIds: account.memberships.map((membership) => membership.customerId as CustomerId),
  };
}
