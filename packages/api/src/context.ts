import { newId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import type { Principal } from "@upstream/tenancy";
import type { ApiDeps } from "./deps.ts";
import { enterCustomer } from "./enter-customer.ts";
import type { RequestFacts } from "./request-facts.ts";

export type ApiContext = {
  deps: ApiDeps;
  principal: Principal;
  facts: RequestFacts;
  /** The customer this request acts in; resolved at most once, however many procedures one request calls. */
  enter: () => Promise<CustomerCtx>;
};

/** A context without a request, for server components and tests. */
export function createContextInner(deps: ApiDeps, principal: Principal, facts: Partial<RequestFacts> = {}): ApiContext {
  const full: RequestFacts = { requestId: newId(), transport: "server", address: "unknown", userAgent: "", ...facts };
  let entered: Promise<CustomerCtx> | undefined;
  return { deps, principal, facts: full, enter: () => (entered ??= enterCustomer(deps, principal, full)) };
}

/** The context of a Web request that a transport has already authenticated. */
export function createContext(
  request: Request,
  deps: ApiDeps,
  caller: { principal: Principal; transport: "rest" | "trpc"; requestId: string },
): ApiContext {
  const chosen = caller.transport === "trpc" ? request.headers.get("x-upstream-customer") : null;
  return createContextInner(deps, caller.principal, {
    requestId: caller.requestId,
    transport: caller.transport,
    address: deps.addressOf(request),
    userAgent: (request.headers.get("user-agent") ?? "").slice(0, 255),
    ...(chosen === null ? {} : { customer: chosen }),
  });
}
