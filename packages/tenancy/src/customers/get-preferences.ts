import type { CustomerId, UserId } from "@upstream/core";
import { asSystem } from "@upstream/db";
import type { Db } from "@upstream/db";
import type { PreferencesDto } from "../schemas.ts";

/** A person's theme and keys, and when they last looked at this customer. */
export async function getPreferences(db: Db, who: { userId: UserId; customerId: CustomerId | null }): Promise<PreferencesDto> {
  return asSystem("session-check", db, async (tx) => {
    const preference = await tx.userPreference.findUnique({ where: { userId: who.userId } });
    const membership = who.customerId
      ? await tx.membership.findFirst({ where: { userId: who.userId, customerId: who.customerId }, select: { lastLookAt: true } })
      : null;
    return {
      theme: (preference?.theme ?? "system") as PreferencesDto["theme"],
      singleKeys: preference?.singleKeys ?? true,
      lastLookAt: membership?.lastLookAt?.toISOString() ?? null,
    };
  });
}
