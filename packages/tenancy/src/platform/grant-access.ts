import type { GrantId } from "@upstream/core";
import { DomainError, newId } from "@upstream/core";
import { emitAudit, inCustomer, readAsSystem } from "@upstream/db";
import type { CustomerDeps } from "../customers/open-customer.ts";
import { openCustomer } from "../customers/open-customer.ts";
import type { Principal } from "../principal.ts";
import type { GrantAccessInput, GrantDto } from "../schemas.ts";
import { requireSuperuser } from "./require-superuser.ts";

/** Lets a superuser read one customer for at most an hour, with a reason that this customer's audit log keeps. */
export async function grantAccess(
  deps: CustomerDeps,
  principal: Principal,
  input: GrantAccessInput & { requestId: string },
): Promise<GrantDto> {
  requireSuperuser(principal);
  if (!("userId" in principal)) throw new DomainError("FORBIDDEN");
  const [known] = await readAsSystem<{ id: string }>("platform-list", deps.db, {
    name: "customer-exists",
    text: "SELECT id FROM customers WHERE id = $1",
    params: [input.customerId],
  });
  if (!known) throw new DomainError("NOT_FOUND");
  const id = newId<GrantId>();
  const now = deps.clock.now();
  const expiresAt = new Date(now.getTime() + input.minutes * 60_000);
  const actor = { kind: "superuser" as const, userId: principal.userId, grantId: id };
  const ctx = await openCustomer(deps, { customerId: input.customerId, actor, requestId: input.requestId });
  await inCustomer(ctx, async (tx) => {
    await tx.accessGrant.create({
      data: {
        customerId: input.customerId,
        id,
        userId: principal.userId,
        reason: input.reason,
        ticket: input.ticket ?? null,
        grantedAt: now,
        expiresAt,
      },
    });
    await emitAudit(tx, ctx, {
      action: "superuser.grant",
      entity: "grant",
      entityId: id,
      payload: { minutes: input.minutes, reason: input.reason },
    });
  });
  return { id, customerId: input.customerId, reason: input.reason, expiresAt: expiresAt.toISOString() };
}
