import type { UserId } from "@upstream/core";
import { asSystem, inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { PreferencesDto, UpdatePreferencesInput } from "../schemas.ts";
import { getPreferences } from "./get-preferences.ts";

/** Keeps a person's theme or keys, or notes that they have looked at the customer now. Taste is not audited. */
export async function updatePreferences(ctx: CustomerCtx, userId: UserId, input: UpdatePreferencesInput): Promise<PreferencesDto> {
  const now = ctx.clock.now();
  const { theme, singleKeys } = input;
  if (theme !== undefined || singleKeys !== undefined) {
    const data = { ...(theme !== undefined && { theme }), ...(singleKeys !== undefined && { singleKeys }), updatedAt: now };
    await asSystem("session-check", ctx.db, (tx) =>
      tx.userPreference.upsert({ where: { userId }, create: { userId, ...data }, update: data }),
    );
  }
  if (input.looked) {
    await inCustomer(ctx, (tx) => tx.membership.updateMany({ where: { customerId: ctx.customerId, userId }, data: { lastLookAt: now } }));
  }
  return getPreferences(ctx.db, { userId, customerId: ctx.customerId });
}
