import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { newId } from "@upstream/core";
import type { RateLimitState } from "@upstream/db";
import type { Principal } from "@upstream/tenancy";
import { createContext } from "./context.ts";
import type { ApiDeps } from "./deps.ts";
import { Fault, faultOf } from "./fault.ts";
import { LimitFault, takeRateLimit } from "./middleware/rate-limit.ts";
import { applyHeaders } from "./rest/headers.ts";
import { problemResponse } from "./rest/problem-response.ts";
import { checkJson } from "./rest/check-json.ts";
import { refuseForeignPages } from "./rest/refuse-foreign-pages.ts";
import { parseJson, readBody } from "./rest/read-body.ts";
import { appRouter } from "./root.ts";

/** Where the console's procedures live. */
export const trpcBase = "/api/trpc";

const maxBatchSize = 20;

function refuseOtherTransports(request: Request): void {
  if (request.method !== "GET" && request.method !== "POST") throw new Fault("method-not-allowed", { allow: "GET, POST" });
  if (request.headers.has("trpc-accept")) throw new Fault("unsupported-media-type", { reason: "trpc-accept" });
}

function checkInput(request: Request): Request {
  const text = new URL(request.url).searchParams.get("input");
  if (text !== null) checkJson(parseJson(text));
  return request;
}

async function rebuild(request: Request): Promise<Request> {
  if (request.method === "GET") return checkInput(request);
  const body = await readBody(request);
  const headers = new Headers(request.headers);
  headers.set("content-type", "application/json");
  return new Request(request.url, {
    method: "POST",
    headers,
    body: body.bytes.byteLength === 0 ? "{}" : new Uint8Array(body.bytes),
    signal: request.signal,
  });
}

/** Answers the console's calls for a principal that the host took from its session cookie; never rejects. */
export async function handleTrpc(request: Request, deps: ApiDeps, principal: Principal): Promise<Response> {
  const requestId = newId();
  let limit: RateLimitState | undefined;
  const run = async (): Promise<Response> => {
    refuseForeignPages(request, deps.issuer);
    refuseOtherTransports(request);
    limit = await takeRateLimit(deps, { principal, address: deps.addressOf(request) });
    const ctx = createContext(request, deps, { principal, transport: "trpc", requestId });
    const req = await rebuild(request);
    return fetchRequestHandler({ endpoint: trpcBase, req, router: appRouter, createContext: () => ctx, maxBatchSize });
  };
  const response = await run().catch((error: unknown) => {
    const fault = faultOf(error);
    if (fault instanceof LimitFault) limit = fault.state;
    return problemResponse(fault, requestId);
  });
  applyHeaders(response.headers, requestId, { policy: deps.rateLimiter.policy, state: limit });
  return response;
}
