import { invalidField, permissionsOf } from "@upstream/core";
import type { Role, UserId } from "@upstream/core";
import type { CustomerCtx, Tx } from "@upstream/db";

/** Refuses an owner who is no member of the customer or may not work on alerts. */
export async function checkAssignee(tx: Tx, ctx: CustomerCtx, userId: UserId | null): Promise<void> {
  if (userId === null) return;
  const member = await tx.membership.findFirst({ where: { customerId: ctx.customerId, userId }, select: { role: true } });
  if (!member || !permissionsOf(member.role as Role).has("alerts:write")) {
    throw invalidField("/userId", "unknown_person", "This person cannot own alerts here");
  }
}
