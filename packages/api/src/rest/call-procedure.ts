import type { IdempotentAnswer } from "@upstream/db";
import type { ApiContext } from "../context.ts";
import { Fault, faultOf } from "../fault.ts";
import { pointerOf } from "../field-errors.ts";
import { idempotencyKeyOf, runOnce } from "./idempotency.ts";
import type { KeyedCall } from "./idempotency.ts";
import { etagOf, ifMatchOf, requireMatch } from "./if-match.ts";
import { readBody } from "./read-body.ts";
import type { JsonBody } from "./read-body.ts";
import { readQuery } from "./query-codecs.ts";
import type { ProcedureRoute } from "./routes.ts";

export type ProcedureRequest = {
  request: Request;
  url: URL;
  route: ProcedureRoute;
  parameters: ReadonlyMap<string, string>;
  ctx: ApiContext;
};

type Input = { value: Record<string, unknown>; body: JsonBody | undefined };

async function refuseBody(request: Request): Promise<void> {
  if (request.body === null) return;
  for await (const chunk of request.body.values({ preventCancel: true })) {
    if (chunk.byteLength > 0) throw new Fault("malformed", { reason: "body" });
  }
}

function refuseUnknown(names: readonly string[]): void {
  if (names.length === 0) return;
  throw new Fault("malformed", {
    errors: names.slice(0, 50).map((name) => ({ pointer: pointerOf([name]), code: "unknown", detail: "This field is not known here." })),
  });
}

async function readInput({ request, url, route, parameters }: ProcedureRequest): Promise<Input> {
  const query = readQuery(url.search, route.query);
  const body = route.takesBody ? await readBody(request) : undefined;
  if (body === undefined) await refuseBody(request);
  const given = body?.value ?? query;
  refuseUnknown(Object.keys(given).filter((name) => !route.hasInput || parameters.has(name)));
  return { value: { ...given, ...Object.fromEntries(parameters) }, body };
}

/** A refused path parameter names nothing; a refused query is malformed; a refused body is invalid. */
function placeFault(error: unknown, { route, parameters }: ProcedureRequest): Fault {
  const fault = faultOf(error);
  if (fault.code !== "invalid" || fault.detail.errors === undefined) return fault;
  if (fault.detail.errors.some(({ pointer }) => parameters.has(pointer.slice(1)))) return new Fault("not-found");
  return route.takesBody ? fault : new Fault("malformed", fault.detail);
}

async function invoke({ route, request, ctx }: ProcedureRequest, value: unknown): Promise<unknown> {
  const { type } = route.procedure._def;
  return route.procedure({ ctx, getRawInput: async () => value, path: route.name, type, signal: request.signal, batchIndex: 0 });
}

function answerOf(route: ProcedureRoute, data: unknown): IdempotentAnswer {
  return { status: route.status, body: route.status === 204 ? "" : JSON.stringify(data) };
}

function etagFor(route: ProcedureRoute, answer: IdempotentAnswer): string | undefined {
  return route.read === undefined || answer.body === "" ? undefined : etagOf(JSON.parse(answer.body));
}

function toResponse(route: ProcedureRoute, answer: IdempotentAnswer & { isReplay?: boolean }): Response {
  const headers = new Headers();
  if (answer.status !== 204) headers.set("content-type", "application/json");
  const etag = etagFor(route, answer);
  if (etag !== undefined) headers.set("etag", etag);
  if (answer.isReplay === true) headers.set("idempotency-replayed", "true");
  return new Response(answer.status === 204 ? null : answer.body, { status: answer.status, headers });
}

function keyedCallOf({ request, route, url }: ProcedureRequest, body: JsonBody | undefined): KeyedCall | undefined {
  if (body === undefined || !route.isKeyed || (route.method !== "POST" && route.method !== "PATCH")) return undefined;
  const key = idempotencyKeyOf(request);
  return key === undefined ? undefined : { key, method: route.method, path: url.pathname, body: body.bytes, access: route.access };
}

/** Looks at the version and edits it in one snapshot: somebody else's edit in between makes the transaction start over and be refused. */
async function whenUnchanged<R>(call: ProcedureRequest, ifMatch: string, edit: (look: () => Promise<void>) => Promise<R>): Promise<R> {
  const { read } = call.route;
  if (read === undefined) throw new Fault("precondition-failed", { reason: "if-match" });
  const look = async () => requireMatch(ifMatch, await invoke({ ...call, route: read }, Object.fromEntries(call.parameters)));
  return call.ctx.deps.inCustomer(await call.ctx.enter(), () => edit(look), { isSnapshot: true });
}

async function run(call: ProcedureRequest, { value, body }: Input): Promise<IdempotentAnswer & { isReplay?: boolean }> {
  const keyed = keyedCallOf(call, body);
  const edit = (look: () => Promise<void>) => {
    const work = async () => {
      await look();
      return answerOf(call.route, await invoke(call, value));
    };
    return keyed === undefined ? work() : runOnce(call.ctx, keyed, work);
  };
  const ifMatch = call.route.method === "GET" ? undefined : ifMatchOf(call.request);
  return ifMatch === undefined ? edit(async () => undefined) : whenUnchanged(call, ifMatch, edit);
}

/** Reads the input of a REST operation, calls its procedure and writes the answer. */
export async function callProcedure(call: ProcedureRequest): Promise<Response> {
  const input = await readInput(call);
  try {
    return toResponse(call.route, await run(call, input));
  } catch (error) {
    throw placeFault(error, call);
  }
}
