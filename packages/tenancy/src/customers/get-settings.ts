import type { CustomerId } from "@upstream/core";
import { DomainError, requirePermission } from "@upstream/core";
import { inCustomer } from "@upstream/db";
import type { CustomerCtx, Prisma } from "@upstream/db";
import type { SettingsDto } from "../schemas.ts";

export const settingsSelect = {
  id: true,
  name: true,
  slug: true,
  timeZone: true,
  alertEmail: true,
  updatedAt: true,
} satisfies Prisma.CustomerSelect;

/** A customer row as the settings page sees it. */
export function toSettingsDto(row: Prisma.CustomerGetPayload<{ select: typeof settingsSelect }>): SettingsDto {
  return { ...row, id: row.id as CustomerId, updatedAt: row.updatedAt.toISOString() };
}

/** What is set for the whole customer. */
export async function getSettings(ctx: CustomerCtx): Promise<SettingsDto> {
  requirePermission(ctx.actor, "customer:read");
  const row = await inCustomer(ctx, (tx) => tx.customer.findUnique({ where: { id: ctx.customerId }, select: settingsSelect }));
  if (!row) throw new DomainError("NOT_FOUND");
  return toSettingsDto(row);
}
