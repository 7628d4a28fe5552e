import { DomainError } from "@upstream/core";
import type { Actor, UserId } from "@upstream/core";
import { getPreferences, getSettings, updatePreferences, updateSettings } from "@upstream/tenancy";
import { preferencesDto, settingsDto, updatePreferencesInput, updateSettingsInput } from "@upstream/tenancy/schemas";
import { rest } from "../meta.ts";
import { customerProcedure } from "../procedures.ts";
import { router } from "../trpc.ts";

export const settingsRouter = router({
  get: customerProcedure
    .meta(rest("GET", "/settings", { permission: "customer:read", summary: "Read the customer's settings" }))
    .output(settingsDto)
    .query(({ ctx }) => getSettings(ctx)),
  update: customerProcedure
    .meta(rest("PATCH", "/settings", { permission: "settings:admin", summary: "Change the customer's settings" }))
    .input(updateSettingsInput)
    .output(settingsDto)
    .mutation(({ ctx, input }) => updateSettings(ctx, input)),
});

function requirePerson(actor: Actor): UserId {
  if (actor.kind !== "user") throw new DomainError("FORBIDDEN", { reason: "people-only" });
  return actor.userId;
}

export const preferencesRouter = router({
  get: customerProcedure
    .meta(rest("GET", "/preferences", { permission: "customer:read", summary: "Read one's own preferences", isPersonal: true }))
    .output(preferencesDto)
    .query(({ ctx }) => getPreferences(ctx.db, { userId: requirePerson(ctx.actor), customerId: ctx.customerId })),
  update: customerProcedure
    .meta(
      rest("PATCH", "/preferences", {
        permission: "customer:read",
        summary: "Change one's own preferences",
        isKeyed: false,
        isPersonal: true,
      }),
    )
    .input(updatePreferencesInput)
    .output(preferencesDto)
    .mutation(({ ctx, input }) => updatePreferences(ctx, requirePerson(ctx.actor), input)),
});
