import { DomainError } from "@upstream/core";
import { requireSignedIn, requireSuperuser } from "@upstream/tenancy";
import { declares, insideCustomer } from "./middleware/check-permission.ts";
import { logRequest } from "./middleware/log-request.ts";
import { mapErrors } from "./middleware/map-errors.ts";
import { procedure } from "./trpc.ts";

const base = procedure.use(logRequest).use(mapErrors);

/** Open to everybody; declares `public`. */
export const publicProcedure = base.use(declares("public"));

/** Any signed-in caller, a person or an API key; declares `signed-in`. */
export const sessionProcedure = base
  .use(declares("signed-in"))
  .use(({ ctx, next }) => next({ ctx: { principal: requireSignedIn(ctx.principal) } }));

/** A signed-in person, in a customer or in none; declares `person`. */
export const personProcedure = base.use(declares("person")).use(({ ctx, next }) => {
  const principal = requireSignedIn(ctx.principal);
  if (principal.kind === "apiKey") throw new DomainError("FORBIDDEN", { reason: "people-only" });
  return next({ ctx: { principal } });
});

/** Inside one customer; declares a permission, which is checked before the input is read. */
export const customerProcedure = base.use(insideCustomer);

/** The platform's staff, in no customer; declares `platform`. */
export const platformProcedure = base.use(declares("platform")).use(({ ctx, next }) => {
  const principal = requireSignedIn(ctx.principal);
  requireSuperuser(principal);
  if (principal.kind === "apiKey") throw new DomainError("FORBIDDEN", { reason: "people-only" });
  return next({ ctx: { principal } });
});
