import { DomainError } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { actorOf, isInCustomer, openCustomer, resolveSession } from "@upstream/tenancy";
import type { CustomerPrincipal, Principal } from "@upstream/tenancy";
import type { ApiDeps } from "./deps.ts";
import type { RequestFacts } from "./request-facts.ts";

function isChosen(principal: CustomerPrincipal, chosen: string | undefined): boolean {
  return chosen === undefined || chosen === principal.customerId || chosen === principal.customerSlug;
}

async function resolvePrincipal(deps: ApiDeps, principal: Principal, facts: RequestFacts): Promise<CustomerPrincipal> {
  if (principal.kind === "anonymous") throw new DomainError("UNAUTHENTICATED");
  if (isInCustomer(principal) && isChosen(principal, facts.customer)) return principal;
  if (principal.kind === "apiKey") throw new DomainError("NOT_FOUND");
  if (facts.customer === undefined) throw new DomainError("FORBIDDEN", { reason: "no-customer" });
  const resolved = await resolveSession(deps, { sessionId: principal.sessionId, customer: facts.customer });
  if (resolved.kind === "anonymous") throw new DomainError("UNAUTHENTICATED");
  if (!isInCustomer(resolved)) throw new DomainError("NOT_FOUND");
  return resolved;
}

/** Enters the customer that the principal works in, or the one the console chose if the database says they may; else NOT_FOUND. */
export async function enterCustomer(deps: ApiDeps, principal: Principal, facts: RequestFacts): Promise<CustomerCtx> {
  const inside = await resolvePrincipal(deps, principal, facts);
  return openCustomer(deps, { customerId: inside.customerId, actor: actorOf(inside), requestId: facts.requestId });
}
