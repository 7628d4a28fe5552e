import { DomainError } from "@upstream/core";
import type { CustomerCtx, Tx } from "@upstream/db";

/** Throws PRECONDITION when the member is the last owner; owners' rows stay locked until the transaction ends. */
export async function requireAnotherOwner(tx: Tx, ctx: CustomerCtx, memberId: string): Promise<void> {
  const owners = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM memberships WHERE customer_id = ${ctx.customerId}::uuid AND role = 'owner' ORDER BY id FOR UPDATE`;
  if (owners.length === 1 && owners[0]?.id === memberId) throw new DomainError("PRECONDITION", { reason: "last-owner" });
}
