import type { UserId } from "@upstream/core";
import { invalidField, newId, randomToken } from "@upstream/core";
import { asSystem } from "@upstream/db";
import type { CustomerDeps } from "../customers/open-customer.ts";
import { hashPassword } from "../sign-in/password-hash.ts";
import { passwordFault } from "../sign-in/password-policy.ts";

export type EnsuredUser = { userId: UserId; email: string; initialPassword: string | null };

/** Finds the person with this address or makes one; a new person gets the given password or a random one, answered once. */
export async function ensureUser(
  deps: CustomerDeps,
  person: { email: string; name: string; password?: string | undefined; isSuperuser?: boolean },
): Promise<EnsuredUser> {
  const email = person.email.toLowerCase();
  const known = await asSystem("user-set-up", deps.db, (tx) => tx.user.findUnique({ where: { email }, select: { id: true } }));
  if (known) return { userId: known.id as UserId, email, initialPassword: null };
  const password = person.password ?? randomToken(18);
  const fault = passwordFault(password, email);
  if (fault) throw invalidField("/password", fault, "Choose a longer password that is not a common one");
  const passwordHash = await hashPassword(deps.kek, password);
  const userId = newId<UserId>();
  await asSystem("user-set-up", deps.db, (tx) =>
    tx.user.create({ data: { id: userId, email, name: person.name, passwordHash, isSuperuser: person.isSuperuser ?? false } }),
  );
  return { userId, email, initialPassword: password };
}
