import { DomainError, requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx, Tx } from "@upstream/db";
import type { ChangeMemberInput, MemberDto } from "../schemas.ts";
import { memberSelect, toMemberDto } from "./member-dto.ts";
import { requireMayAssign } from "./require-may-assign.ts";

/** Throws PRECONDITION when the member is the last owner; owners' rows stay locked until the transaction ends. */
export async function requireAnotherOwner(tx: Tx, ctx: CustomerCtx, memberId: string): Promise<void> {
  const owners = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM memberships WHERE customer_id = ${ctx.customerId}::uuid AND role = 'owner' ORDER BY id FOR UPDATE`;
  if (owners.length === 1 && owners[0]?.id === memberId) throw new DomainError("PRECONDITION", { reason: "last-owner" });
}

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
