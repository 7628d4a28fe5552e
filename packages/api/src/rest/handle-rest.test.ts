import { DomainError, silentLogger, zId } from "@upstream/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { rest } from "../meta.ts";
import { problemSchema } from "../problem.ts";
import { publicProcedure, sessionProcedure } from "../procedures.ts";
import { sampleDeps } from "../testing/sample-deps.ts";
import { createCallerFactory, router } from "../trpc.ts";
import { createContextInner } from "../context.ts";
import { authenticate } from "./authenticate.ts";
import { createRestHandler, restBase } from "./handle-rest.ts";
import { buildRoutes } from "./routes.ts";

const thing = z.strictObject({ amount: z.number().int() });

const sample = router({
  things: router({
    list: publicProcedure
      .meta(rest("GET", "/things", { permission: "public", summary: "List" }))
      .input(z.strictObject({ limit: z.number().int().max(200).default(50), isOpen: z.boolean().optional() }))
      .output(z.strictObject({ limit: z.number(), isOpen: z.boolean().nullable() }))
      .query(({ input }) => ({ limit: input.limit, isOpen: input.isOpen ?? null })),
    get: publicProcedure
      .meta(rest("GET", "/things/{thingId}", { permission: "public", summary: "Get" }))
      .input(z.strictObject({ thingId: zId("thing") }))
      .output(z.strictObject({ id: z.string() }))
      .query(({ input }) => ({ id: input.thingId })),
    create: publicProcedure
      .meta(rest("POST", "/things", { permission: "public", summary: "Create", status: 201 }))
      .input(thing)
      .output(thing)
      .mutation(({ input }) => input),
    remove: publicProcedure
      .meta(rest("DELETE", "/things/{thingId}", { permission: "public", summary: "Remove" }))
      .input(z.strictObject({ thingId: zId("thing") }))
      .output(z.void())
      .mutation(() => undefined),
    fail: publicProcedure
      .meta(rest("GET", "/fail", { permission: "public", summary: "Fail" }))
      .output(z.void())
      .query(() => {
        throw new Error("password=hunter2");
      }),
    refuse: publicProcedure
      .meta(rest("GET", "/refuse", { permission: "public", summary: "Refuse" }))
      .output(z.void())
      .query(() => {
        throw new DomainError("CONFLICT", { reason: "same-file" });
      }),
    away: publicProcedure
      .meta(rest("GET", "/away", { permission: "public", summary: "Away" }))
      .output(z.void())
      .query(() => {
        throw new DomainError("UNAVAILABLE", {}, { cause: Object.assign(new Error("patient Mary"), { code: "53100" }) });
      }),
    leak: publicProcedure
      .meta(rest("GET", "/leak", { permission: "public", summary: "Leak" }))
      .output(thing)
      .query(() => ({ amount: "hunter2" as unknown as number })),
    mine: sessionProcedure
      .meta(rest("GET", "/mine", { permission: "signed-in", summary: "Mine" }))
      .output(z.void())
      .query(() => undefined),
    forgotten: publicProcedure.output(z.void()).query(() => undefined),
  }),
});

const routes = buildRoutes(sample._def.procedures as never, []);
const handle = createRestHandler({ base: restBase, table: () => routes, authenticate });

async function send(
  method: string,
  path: string,
  init: RequestInit = {},
  deps = sampleDeps(),
): Promise<{ response: Response; text: string }> {
  const response = await handle(new Request(`http://localhost${path}`, { method, ...init }), deps);
  return { response, text: await response.text() };
}

const json = (value: unknown): RequestInit => ({ body: JSON.stringify(value), headers: { "content-type": "application/json" } });
const id = "0192f0c1-7b3a-7c21-9a44-3f5b2a1c0d9e";

describe("REST adapter", () => {
  it("answers with the procedure's output, the request id and the state of the limit", async () => {
    const { response, text } = await send("GET", "/api/v1/things?limit=7&isOpen=false");
    expect([response.status, JSON.parse(text)]).toEqual([200, { limit: 7, isOpen: false }]);
    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get("ratelimit")).toBe('"default";r=9;t=30');
    expect(response.headers.get("ratelimit-policy")).toBe('"default";q=10;w=60');
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("answers creates with 201 and deletes with 204 and no body", async () => {
    expect((await send("POST", "/api/v1/things", json({ amount: 5 }))).response.status).toBe(201);
    const removed = await send("DELETE", `/api/v1/things/${id}`);
    expect([removed.response.status, removed.text, removed.response.headers.get("content-type")]).toEqual([204, "", null]);
  });

  it.each([null, "", true, "5", 1.5])("never turns %j into a number", async (amount) => {
    const { response, text } = await send("POST", "/api/v1/things", json({ amount }));
    expect([response.status, JSON.parse(text).errors[0].pointer]).toEqual([422, "/amount"]);
  });

  it("does not change what the procedure accepts after a REST call", async () => {
    await send("POST", "/api/v1/things", json({ amount: 5 }));
    const caller = createCallerFactory(sample)(createContextInner(sampleDeps(), { kind: "anonymous" }));
    await expect(caller.things.create({ amount: null as unknown as number })).rejects.toThrow();
  });

  const refusals: [string, string, string, RequestInit, number, string][] = [
    ["an unknown route", "GET", "/api/v1/nope", {}, 404, "not-found"],
    ["an unknown route before authentication", "POST", "/api/v1/nope", json({}), 404, "not-found"],
    ["the base itself", "GET", "/api/v1", {}, 404, "not-found"],
    ["another base", "GET", "/api/v2/things", {}, 404, "not-found"],
    ["another case", "GET", "/api/v1/Things", {}, 404, "not-found"],
    ["a trailing slash", "GET", "/api/v1/things/", {}, 404, "not-found"],
    ["an encoded slash", "GET", `/api/v1/things/a%2F${id}`, {}, 404, "not-found"],
    ["an encoded NUL", "GET", "/api/v1/things/%00", {}, 404, "not-found"],
    ["a path parameter that is no id", "GET", "/api/v1/things/7", {}, 404, "not-found"],
    ["a wrong method", "PUT", "/api/v1/things", json({}), 405, "method-not-allowed"],
    ["__proto__ as a parameter", "GET", "/api/v1/things?__proto__=1", {}, 400, "malformed"],
    ["constructor as a parameter", "GET", "/api/v1/things?constructor=1", {}, 400, "malformed"],
    ["a repeated parameter", "GET", "/api/v1/things?limit=1&limit=2", {}, 400, "malformed"],
    ["a limit out of range", "GET", "/api/v1/things?limit=201", {}, 400, "malformed"],
    ["a query on a POST", "POST", "/api/v1/things?amount=1", json({ amount: 1 }), 400, "malformed"],
    ["a body on a DELETE", "DELETE", `/api/v1/things/${id}`, json({ a: 1 }), 400, "malformed"],
    ["an unknown field", "POST", "/api/v1/things", json({ amount: 1, isAdmin: true }), 422, "invalid"],
    ["a prototype in the body", "POST", "/api/v1/things", { ...json({}), body: '{"amount":1,"__proto__":{"a":1}}' }, 400, "malformed"],
    [
      "form data",
      "POST",
      "/api/v1/things",
      { body: "amount=1", headers: { "content-type": "application/x-www-form-urlencoded" } },
      415,
      "unsupported-media-type",
    ],
    ["a body over 1 MB", "POST", "/api/v1/things", json({ amount: 1, pad: "x".repeat(1_100_000) }), 413, "payload-too-large"],
    ["a missing token", "GET", "/api/v1/mine", {}, 401, "unauthenticated"],
    ["another scheme", "GET", "/api/v1/mine", { headers: { authorization: "Basic YTpi" } }, 401, "unauthenticated"],
    ["a domain error", "GET", "/api/v1/refuse", {}, 409, "conflict"],
    ["an unexpected error", "GET", "/api/v1/fail", {}, 500, "internal"],
    ["an output that breaks its schema", "GET", "/api/v1/leak", {}, 500, "internal"],
  ];

  it.each(refusals)("answers %s with problem details", async (_, method, path, init, status, code) => {
    const { response, text } = await send(method, path, init);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = problemSchema.parse(JSON.parse(text));
    expect([response.status, problem.status, problem.code]).toEqual([status, status, code]);
    expect(problem.instance).toBe(`urn:uuid:${response.headers.get("x-request-id")}`);
    expect(text).not.toContain("hunter2");
  });

  it("names the allowed methods with a 405 and to OPTIONS", async () => {
    expect((await send("PUT", "/api/v1/things", json({}))).response.headers.get("allow")).toBe("GET, HEAD, OPTIONS, POST");
    const options = await send("OPTIONS", "/api/v1/things");
    expect([options.response.status, options.response.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS, POST"]);
  });

  it("answers HEAD as GET without a body, also where there is nothing", async () => {
    const head = await send("HEAD", "/api/v1/things");
    expect([head.response.status, head.text, head.response.headers.get("content-type")]).toEqual([200, "", "application/json"]);
    const nothing = await send("HEAD", "/api/v1/nope");
    expect([nothing.response.status, nothing.text]).toEqual([404, ""]);
  });

  it("keeps the reason of a conflict and tells a bearer to come back with a token", async () => {
    expect(JSON.parse((await send("GET", "/api/v1/refuse")).text).reason).toBe("same-file");
    expect((await send("GET", "/api/v1/mine")).response.headers.get("www-authenticate")).toBe("Bearer");
  });

  it.each([
    ["what keeps the service from answering, by its code alone", "/api/v1/away", false, "warn", "request refused", "Error:53100"],
    ["an unexpected error", "/api/v1/fail", false, "error", "request failed", "Fault:internal"],
    ["that of a caller who hung up as no fault of ours", "/api/v1/fail", true, "info", "request given up by its caller", "Fault:internal"],
  ])("logs %s", async (_, path, hasHungUp, level, message, error) => {
    const logged: [string, string, unknown][] = [];
    const keep = (at: string) => (text: string, fields: unknown) => void logged.push([at, text, fields]);
    const logger = { ...silentLogger, info: keep("info"), warn: keep("warn"), error: keep("error") };
    await send("GET", path, hasHungUp ? { signal: AbortSignal.abort() } : {}, sampleDeps(9, logger));
    expect(logged.filter(([, text]) => text.startsWith("request"))).toEqual([[level, message, { requestId: expect.any(String), error }]]);
  });

  it("refuses with 429 and the time to wait when the limit is used up", async () => {
    const { response } = await send("GET", "/api/v1/things", {}, sampleDeps(-1));
    expect([response.status, response.headers.get("retry-after"), response.headers.get("ratelimit")]).toEqual([
      429,
      "30",
      '"default";r=0;t=30',
    ]);
  });

  it("closes a procedure that declares nothing", async () => {
    const caller = createCallerFactory(sample)(createContextInner(sampleDeps(), { kind: "anonymous" }));
    await expect(caller.things.forgotten()).rejects.toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
  });
});
