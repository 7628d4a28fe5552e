import type { LogFields } from "@upstream/core";
import { anonymous } from "@upstream/tenancy";
import { describe, expect, it } from "vitest";
import { handleTrpc } from "./handle-trpc.ts";
import { problemSchema } from "./problem.ts";
import { sampleDeps } from "./testing/sample-deps.ts";

async function send(path: string, init: RequestInit = {}, deps = sampleDeps()): Promise<{ response: Response; body: unknown }> {
  const response = await handleTrpc(new Request(`http://localhost/api/trpc/${path}`, init), deps, anonymous);
  return { response, body: await response.json() };
}

type Shape = { error: { message: string; data: { code: string; httpStatus: number; problem: unknown } } };

describe("tRPC endpoint", () => {
  it("puts the same problem object into the error shape and replaces the message", async () => {
    const { response, body } = await send("auth.me");
    const { error } = body as Shape;
    const problem = problemSchema.parse(error.data.problem);
    expect([response.status, error.message, error.data.code, problem.code]).toEqual([
      401,
      "Not signed in",
      "UNAUTHORIZED",
      "unauthenticated",
    ]);
    expect(problem.instance).toBe(`urn:uuid:${response.headers.get("x-request-id")}`);
  });

  it("answers an unknown procedure with a problem", async () => {
    const { response, body } = await send("auth.nope");
    expect([response.status, problemSchema.parse((body as Shape).error.data.problem).code]).toEqual([404, "not-found"]);
  });

  it("refuses an input that breaks its schema without repeating the value", async () => {
    const init = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "secret-value", password: 5 }),
    };
    const { response, body } = await send("auth.token", init);
    const problem = problemSchema.parse((body as Shape).error.data.problem);
    expect(response.status).toBe(422);
    expect(problem.errors.map((error) => error.pointer).toSorted()).toEqual(["/email", "/password"]);
    expect(JSON.stringify(body)).not.toContain("secret-value");
  });

  it("hides the message of an unexpected error and logs its class only", async () => {
    const lines: [string, LogFields | undefined][] = [];
    const keep = (message: string, fields?: LogFields): void => void lines.push([message, fields]);
    const deps = sampleDeps(9, { info: keep, warn: keep, error: keep });
    const init = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ refreshToken: `rt_0192f0c1-7b3a-7c21-9a44-3f5b2a1c0d9e_${"a".repeat(43)}` }),
    };
    const { response, body } = await send("auth.refresh", init, deps);
    expect([response.status, (body as Shape).error.message]).toEqual([500, "Internal error"]);
    expect(lines.at(-1)?.[0]).toBe("procedure failed");
    expect(lines.at(-1)?.[1]).toMatchObject({
      procedure: "auth.refresh",
      code: "internal",
      status: 500,
      error: expect.stringMatching(/^\w+$/),
    });
  });

  const refusals: [string, string, RequestInit, number][] = [
    ["a call from another site", "auth.me", { headers: { "sec-fetch-site": "cross-site" } }, 403],
    ["a change with another site's origin", "auth.token", { method: "POST", headers: { origin: "https://evil.example" }, body: "{}" }, 403],
    ["a change from a page without an origin", "auth.token", { method: "POST", headers: { origin: "null" }, body: "{}" }, 403],
    ["a form", "auth.token", { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: "a=1" }, 415],
    ["multipart", "auth.token", { method: "POST", headers: { "content-type": "multipart/form-data; boundary=x" }, body: "--x--" }, 415],
    [
      "a body over 1 MB",
      "auth.token",
      { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ pad: "x".repeat(1_100_000) }) },
      413,
    ],
    ["a query that is no JSON", "members.list?input=%7B", {}, 400],
    ["a query with a NUL", `members.list?input=${encodeURIComponent('{"cursor":"\\u0000"}')}`, {}, 400],
    ["another method", "auth.me", { method: "PUT", body: "{}" }, 405],
  ];

  it.each(refusals)("refuses %s with problem details", async (_, path, init, status) => {
    const { response, body } = await send(path, init);
    expect([response.status, problemSchema.parse(body).status]).toEqual([status, status]);
  });

  it("takes a change of its own page, also where that was opened under another name of this machine", async () => {
    const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin", origin: "http://localhost:3000" };
    const { response } = await send("auth.token", { method: "POST", headers, body: "{}" });
    expect(response.status).toBe(422);
  });

  it("refuses more than 20 calls in one request", async () => {
    const { response } = await send(`${Array.from({ length: 21 }, () => "auth.me").join(",")}?batch=1`);
    expect(response.status).toBe(400);
  });

  it("answers each call of a batch on its own", async () => {
    const { body } = await send("auth.me,auth.customers?batch=1");
    expect((body as Shape[]).map((item) => item.error.data.httpStatus)).toEqual([401, 401]);
  });

  it("refuses with 429 when the limit is used up", async () => {
    const { response } = await send("auth.me", {}, sampleDeps(-1));
    expect([response.status, response.headers.get("ratelimit")]).toEqual([429, '"default";r=0;t=30']);
  });
});
