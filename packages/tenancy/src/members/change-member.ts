import { DomainError, requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { ChangeMemberInput, MemberDto } from "../schemas.ts";
import { memberSelect, toMemberDto } from "./member-dto.ts";
import { requireAnotherOwner } from "./require-another-owner.ts";
import { requireMayAssign } from "./require-may-assign.ts";

/** Changes a member's role or the right to reveal PHI; the last owner can not be demoted. */
export async function changeMember(ctx: CustomerCtx, input: ChangeMemberInput): Promise<MemberDto> {
  requirePermission(ctx.actor, "members:admin");
  return inCustomer(ctx, async (tx) => {
    const key = { customerId_id: { customerId: ctx.customerId, id: input.memberId } };
    const before = await tx.membership.findUnique({ where: key, select: memberSelect });
    if (!before) throw new DomainError("NOT_FOUND");
    requireMayAssign(ctx.actor, before.role, input.role ?? before.role);
    if (input.mayRevealPhi !== undefined && input.mayRevealPhi !== before.mayRevealPhi) requirePermission(ctx.actor, "owners:admin");
    if (before.role === "owner" && input.role !== undefined && input.role !== "owner") await requireAnotherOwner(tx, ctx, before.id);
    const after = await tx.membership.update({
      where: key,
      data: { ...(input.role && { role: input.role }), ...(input.mayRevealPhi !== undefined && { mayRevealPhi: input.mayRevealPhi }) },
      select: memberSelect,
    });
    await emitAudit(tx, ctx, {
      action: "member.change",
      entity: "member",
      entityId: after.id,
      payload: { role: [before.role, after.role], mayRevealPhi: [before.mayRevealPhi, after.mayRevealPhi] },
    });
    return toMemberDto(after);
  });
}
