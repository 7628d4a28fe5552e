import { actorText, requirePermission } from "@upstream/core";
import type { Actor } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { writeAuthAudit } from "@upstream/tenancy";
import type { ApiContext } from "./context.ts";
import type { Access } from "./meta.ts";
import { isPermission } from "./meta.ts";

/** Throws FORBIDDEN unless the actor holds the customer permission that a procedure or raw route declares. */
export function requireAccess(actor: Actor, access: Access): void {
  if (!isPermission(access)) throw new Error(`The procedure declares ${access} inside a customer`);
  requirePermission(actor, access);
}

/** Enters the customer for `what`; a superuser's look is in that customer's audit log before anything is read. */
export async function admit(ctx: ApiContext, access: Access, what: string): Promise<CustomerCtx> {
  const customer = await ctx.enter();
  const { actor, customerId, requestId } = customer;
  requireAccess(actor, access);
  if (actor.kind === "superuser") {
    await writeAuthAudit(ctx.deps, {
      customerId,
      actor: actorText(actor),
      requestId,
      action: "superuser.read",
      entity: "procedure",
      entityId: what,
    });
  }
  return customer;
}
