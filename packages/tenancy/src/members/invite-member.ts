import { newId, requirePermission } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import type { CustomerDeps } from "../customers/open-customer.ts";
import type { InviteMemberInput, InvitedMemberDto } from "../schemas.ts";
import { ensureUser } from "./ensure-user.ts";
import { memberSelect, toMemberDto } from "./member-dto.ts";
import { requireMayAssign } from "./require-may-assign.ts";

/** Adds a person with a role; a person new to Upstream gets a password that is answered once. CONFLICT when already a member. */
export async function inviteMember(ctx: CustomerCtx, deps: CustomerDeps, input: InviteMemberInput): Promise<InvitedMemberDto> {
  requirePermission(ctx.actor, "members:admin");
  requireMayAssign(ctx.actor, input.role);
  const person = await ensureUser(deps, input);
  return inCustomer(ctx, async (tx) => {
    const { customerId } = ctx;
    const row = await tx.membership.create({
      data: { customerId, id: newId(), userId: person.userId, role: input.role },
      select: { id: true },
    });
    await emitAudit(tx, ctx, {
      action: "member.invite",
      entity: "member",
      entityId: row.id,
      payload: { role: input.role, userId: person.userId },
    });
    const member = await tx.membership.findUniqueOrThrow({ where: { customerId_id: { customerId, id: row.id } }, select: memberSelect });
    return { member: toMemberDto(member), initialPassword: person.initialPassword };
  });
}
