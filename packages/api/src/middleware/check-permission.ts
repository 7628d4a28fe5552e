import { DomainError } from "@upstream/core";
import { admit } from "../admit.ts";
import type { Access, ApiMeta } from "../meta.ts";
import { middleware } from "../trpc.ts";

/** The access a procedure declares; throws where it declares none, so that a forgotten one is closed. */
export function declaredAccess(meta: ApiMeta | undefined): Access {
  if (meta?.permission === undefined) throw new Error("The procedure declares no permission");
  return meta.permission;
}

/** Refuses a procedure whose declaration does not fit the builder it was made with. */
export function declares(...allowed: Access[]) {
  return middleware(async ({ meta, next }) => {
    const access = declaredAccess(meta);
    if (!allowed.includes(access)) throw new Error(`The procedure declares ${access} where ${allowed.join(" or ")} belongs`);
    return next();
  });
}

/** Enters the customer and checks the declared permission before any input is read. */
export const insideCustomer = middleware(async ({ ctx, meta, path, next }) => {
  const access = declaredAccess(meta);
  if (ctx.principal.kind === "anonymous") throw new DomainError("UNAUTHENTICATED");
  const customer = await admit(ctx, access, path);
  if (meta?.isPersonal === true && customer.actor.kind !== "user") throw new DomainError("FORBIDDEN", { reason: "people-only" });
  return next({ ctx: customer });
});
