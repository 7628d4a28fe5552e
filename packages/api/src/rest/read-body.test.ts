import { describe, expect, it } from "vitest";
import { Fault } from "../fault.ts";
import { jsonLimit, readBody } from "./read-body.ts";

function post(body: RequestInit["body"], headers: Record<string, string> = { "content-type": "application/json" }): Request {
  return new Request("http://localhost/", { method: "POST", body: body ?? null, headers, duplex: "half" } as RequestInit);
}

async function refusal(request: Request): Promise<Fault> {
  try {
    await readBody(request);
  } catch (error) {
    if (error instanceof Fault) return error;
  }
  throw new Error("was not refused");
}

function endless(counter: { pulled: number }): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      counter.pulled += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(32));
    },
  });
}

describe("read body", () => {
  it("keeps null, booleans and text as they are", async () => {
    const body = await readBody(post('{"a":null,"b":"","c":true,"d":"1"}'));
    expect(body.value).toEqual({ a: null, b: "", c: true, d: "1" });
  });

  it("takes no body as an empty object", async () => {
    expect((await readBody(new Request("http://localhost/", { method: "POST" }))).value).toEqual({});
    expect((await readBody(post(""))).value).toEqual({});
  });

  it.each([
    "application/jsonp",
    "text/plain",
    "application/json; charset=latin1",
    "application/x-www-form-urlencoded",
    "application/json, text/plain",
    "multipart/form-data; boundary=x",
  ])("refuses the content type %s", async (type) => {
    expect((await refusal(post("{}", { "content-type": type }))).code).toBe("unsupported-media-type");
  });

  it("takes the charset it reads", async () => {
    expect((await readBody(post('{"a":1}', { "content-type": 'Application/JSON; charset="UTF-8"' }))).value).toEqual({ a: 1 });
  });

  it("refuses compressed bodies", async () => {
    expect((await refusal(post("{}", { "content-type": "application/json", "content-encoding": "gzip" }))).code).toBe(
      "unsupported-media-type",
    );
  });

  it("refuses a declared length above the limit without reading", async () => {
    const counter = { pulled: 0 };
    const request = post(endless(counter), { "content-type": "application/json", "content-length": String(jsonLimit + 1) });
    expect((await refusal(request)).code).toBe("payload-too-large");
    expect(counter.pulled).toBeLessThanOrEqual(131_072);
  });

  it("stops an undeclared body at the limit", async () => {
    const counter = { pulled: 0 };
    expect((await refusal(post(endless(counter)))).code).toBe("payload-too-large");
    expect(counter.pulled).toBeLessThan(jsonLimit + 400_000);
  });

  it.each([
    ["broken UTF-8", new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d])],
    ["broken JSON", "{"],
    ["a list", "[]"],
    ["a number", "1"],
    ["null", "null"],
    ["33 levels", `{"a":${"[".repeat(40)}${"]".repeat(40)}}`],
    ["1,001 keys", JSON.stringify(Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`k${index}`, 1])))],
    ["10,001 items", JSON.stringify({ a: Array.from({ length: 10_001 }, () => 1) })],
    ["a prototype key", '{"__proto__":{"isAdmin":true}}'],
    ["a nested constructor key", '{"a":{"constructor":1}}'],
    ["a lone surrogate", '{"a":"\\ud800"}'],
    ["a NUL", '{"a":"\\u0000"}'],
  ])("refuses %s as malformed", async (_, body) => {
    expect((await refusal(post(body as RequestInit["body"]))).code).toBe("malformed");
  });
});
