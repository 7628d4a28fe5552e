import { errorWord, newId } from "@upstream/core";
import type { RateLimitState } from "@upstream/db";
import { createContext } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import type { Principal } from "@upstream/tenancy";
import { Fault, faultOf } from "../fault.ts";
import { LimitFault, takeRateLimit } from "../middleware/rate-limit.ts";
import type { Access } from "../meta.ts";
import { callProcedure } from "./call-procedure.ts";
import { applyHeaders } from "./headers.ts";
import { problemResponse } from "./problem-response.ts";
import { readQuery } from "./query-codecs.ts";
import type { RouteTable } from "./route-table.ts";
import type { Route } from "./routes.ts";

/** Where the REST operations live. */
export const restBase = "/api/v1";

/** Where routes live, which there are, and how their callers are known. */
export type Door = {
  base: string;
  table: () => RouteTable<Route>;
  authenticate: (request: Request, deps: ApiDeps, access: Access) => Promise<Principal>;
};

type Progress = { requestId: string; limit: RateLimitState | undefined };

async function answer(request: Request, deps: ApiDeps, door: Door, progress: Progress): Promise<Response> {
  const url = new URL(request.url);
  if (!url.pathname.startsWith(`${door.base}/`)) throw new Fault("not-found");
  const match = door.table().match(request.method, url.pathname.slice(door.base.length));
  if (match.kind === "none") throw new Fault("not-found");
  if (match.kind === "wrong-method") throw new Fault("method-not-allowed", { allow: match.allow });
  if (match.kind === "options") return new Response(null, { status: 204, headers: { allow: match.allow } });
  const { route, parameters } = match;
  const principal = await door.authenticate(request, deps, route.access);
  progress.limit = await takeRateLimit(deps, { principal, address: deps.addressOf(request) });
  const ctx = createContext(request, deps, { principal, transport: "rest", requestId: progress.requestId });
  if (route.kind === "procedure") return callProcedure({ request, url, route, parameters, ctx });
  return route.handle({ request, ctx, parameters, query: readQuery(url.search, route.query) });
}

/** What was behind an error that others wrapped on its way. */
function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? rootOf(error.cause) : error;
}

/** What failed is told to who runs this: a fault of ours, a database without room. A caller who hung up ends most reads with an error of its own. */
function report(error: unknown, fault: Fault, request: Request, log: { deps: ApiDeps; requestId: string }): void {
  const { logger } = log.deps;
  const told = { requestId: log.requestId, error: errorWord(rootOf(error)) };
  if (fault.code === "unavailable") logger.warn("request refused", told);
  if (fault.code !== "internal") return;
  if (request.signal.aborted) logger.info("request given up by its caller", told);
  else logger.error("request failed", told);
}

function refuse(error: unknown, request: Request, deps: ApiDeps, progress: Progress): Response {
  const fault = faultOf(error);
  if (fault instanceof LimitFault) progress.limit = fault.state;
  report(error, fault, request, { deps, requestId: progress.requestId });
  return problemResponse(fault, progress.requestId);
}

/** Answers any request at a door with the routes of its table; never rejects. */
export function createRestHandler(door: Door) {
  return async (request: Request, deps: ApiDeps): Promise<Response> => {
    const progress: Progress = { requestId: newId(), limit: undefined };
    const response = await answer(request, deps, door, progress).catch((error: unknown) => refuse(error, request, deps, progress));
    applyHeaders(response.headers, progress.requestId, { policy: deps.rateLimiter.policy, state: progress.limit });
    if (request.method !== "HEAD") return response;
    await response.body?.cancel();
    return new Response(null, { status: response.status, headers: response.headers });
  };
}
