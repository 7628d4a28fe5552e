import type { Principal } from "@upstream/tenancy";
import type { ApiDeps } from "../deps.ts";
import { Fault } from "../fault.ts";
import { createRestHandler } from "./handle-rest.ts";
import { refuseForeignPages } from "./refuse-foreign-pages.ts";
import { createRouteTable } from "./route-table.ts";
import type { RouteTable } from "./route-table.ts";
import type { Route } from "./routes.ts";
import { uploadRoutes } from "./upload-routes.ts";

let table: RouteTable<Route> | undefined;

function fileRoutes(): RouteTable<Route> {
  if (table) return table;
  table = createRouteTable<Route>();
  for (const route of uploadRoutes) table.add(route.method, route.path, route);
  return table;
}

/** Files of the console below `base`: the session's principal, already inside its customer, sends and fetches them; never rejects. */
export function handleConsoleFiles(request: Request, deps: ApiDeps, caller: { principal: Principal; base: string }): Promise<Response> {
  const authenticate = async (): Promise<Principal> => {
    refuseForeignPages(request, deps.issuer);
    if (caller.principal.kind === "anonymous") throw new Fault("unauthenticated");
    if (!("customerId" in caller.principal)) throw new Fault("not-found");
    return caller.principal;
  };
  return createRestHandler({ base: caller.base, table: fileRoutes, authenticate })(request, deps);
}
