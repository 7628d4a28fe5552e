import { DomainError, requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { MemberIdInput } from "../schemas.ts";
import { requireAnotherOwner } from "./require-another-owner.ts";
import { requireMayAssign } from "./require-may-assign.ts";

/** Takes a person out of the customer; their sessions lose it at the next request. The last owner stays. */
export async function removeMember(ctx: CustomerCtx, input: MemberIdInput): Promise<void> {
  requirePermission(ctx.actor, "members:admin");
  await inCustomer(ctx, async (tx) => {
    const key = { customerId_id: { customerId: ctx.customerId, id: input.memberId } };
    const before = await tx.membership.findUnique({ where: key, select: { id: true, role: true, userId: true } });
    if (!before) throw new DomainError("NOT_FOUND");
    requireMayAssign(ctx.actor, before.role);
    if (before.role === "owner") await requireAnotherOwner(tx, ctx, before.id);
    await tx.membership.delete({ where: key });
    await emitAudit(tx, ctx, {
      action: "member.remove",
      entity: "member",
      entityId: before.id,
      payload: { userId: before.userId, role: before.role },
    });
  });
}
