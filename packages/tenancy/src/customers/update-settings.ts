import { DomainError, invalidField, isTimeZone, requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { SettingsDto, UpdateSettingsInput } from "../schemas.ts";
import { settingsSelect, toSettingsDto } from "./get-settings.ts";

/** Changes name, time zone or the address that alerts go to. */
export async function updateSettings(ctx: CustomerCtx, input: UpdateSettingsInput): Promise<SettingsDto> {
  requirePermission(ctx.actor, "settings:admin");
  if (input.timeZone !== undefined && !isTimeZone(input.timeZone)) {
    throw invalidField("/timeZone", "unknown-time-zone", "This is no IANA time zone name");
  }
  return inCustomer(ctx, async (tx) => {
    const where = { id: ctx.customerId };
    const before = await tx.customer.findUnique({ where, select: settingsSelect });
    if (!before) throw new DomainError("NOT_FOUND");
    const after = await tx.customer.update({
      where,
      data: {
        ...(input.name !== undefined && { name: input.name }),
        ...(input.timeZone !== undefined && { timeZone: input.timeZone }),
        ...(input.alertEmail !== undefined && { alertEmail: input.alertEmail }),
        updatedAt: ctx.clock.now(),
      },
      select: settingsSelect,
    });
    await emitAudit(tx, ctx, { action: "settings.update", entity: "customer", entityId: ctx.customerId, before, after });
    return toSettingsDto(after);
  });
}
