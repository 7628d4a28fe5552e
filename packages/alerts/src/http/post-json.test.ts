import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startReceiver } from "../testing/receiver.ts";
import type { Receiver } from "../testing/receiver.ts";
import { parseOutboundAllow } from "./outbound-url.ts";
import { openPoster } from "./post-json.ts";
import type { Poster } from "./post-json.ts";

const allowed = { allow: parseOutboundAllow("127.0.0.1,localhost"), ownHosts: [] };
const quick = { connectMs: 500, totalMs: 300 };

let receiver: Receiver;
let poster: Poster;
beforeEach(async () => {
  receiver = await startReceiver();
  poster = openPoster(allowed, undefined, quick);
});
afterEach(async () => {
  poster.close();
  await receiver.close();
});

const post = (path = "/") => poster.post({ url: receiver.url + path, headers: { "x-one": "1" }, body: '{"a":"é"}' });

it("posts the body byte for byte with its headers and reads status and answer", async () => {
  expect(await post("/hook")).toMatchObject({ kind: "answer", status: 200, excerpt: "ok", retryAfter: null });
  expect(receiver.received[0]).toMatchObject({
    method: "POST",
    path: "/hook",
    body: '{"a":"é"}',
    headers: { "x-one": "1", "content-type": "application/json", "accept-encoding": "identity" },
  });
});

it("uses one connection for several posts", async () => {
  await post();
  await post();
  expect(new Set(receiver.received.map((request) => request.socketPort)).size).toBe(1);
});

it("does not follow a redirect", async () => {
  receiver.answer((_request, response) => response.writeHead(302, { location: `${receiver.url}/elsewhere` }).end());
  expect(await post()).toMatchObject({ kind: "answer", status: 302 });
  expect(receiver.received).toHaveLength(1);
});

it("keeps the first kilobyte of an answer and stops reading after 64", async () => {
  receiver.answer((_request, response) => {
    response.writeHead(500);
    for (let index = 0; index < 40; index++) response.write("x".repeat(10_000));
  });
  const result = await post();
  expect(result).toMatchObject({ kind: "answer", status: 500 });
  expect(result.kind === "answer" ? result.excerpt.length : 0).toBe(1024);
});

it("does not unpack a compressed answer and makes what it keeps printable", async () => {
  receiver.answer((_request, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("a".repeat(1_000_000))));
  const result = await post();
  expect(result.kind === "answer" ? result.excerpt : "").not.toMatch(/[\u0000-\u0008\u007F]/);
});

it("gives Retry-After back", async () => {
  receiver.answer((_request, response) => response.writeHead(429, { "retry-after": "120" }).end());
  expect(await post()).toMatchObject({ status: 429, retryAfter: "120" });
});

it("gives up on an answer that does not end", async () => {
  receiver.answer((_request, response) => response.writeHead(200).write("begins"));
  expect(await post()).toMatchObject({ kind: "error", error: "timeout" });
});

it("gives up on a receiver that accepts and never answers", async () => {
  receiver.answer(() => undefined);
  expect(await post()).toMatchObject({ kind: "error", error: "timeout" });
});

it("says so when nobody listens", async () => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  expect(await poster.post({ url: `http://127.0.0.1:${port}/`, headers: {}, body: "{}" })).toMatchObject({
    kind: "error",
    error: "econnrefused",
  });
});

it("refuses headers larger than 16 KB", async () => {
  receiver.answer((_request, response) => response.writeHead(200, { "x-big": "y".repeat(20_000) }).end());
  expect(await post()).toMatchObject({ kind: "error", error: "hpe-header-overflow" });
});

it("never dials an address that the guard refuses", async () => {
  const strict = openPoster({ allow: [], ownHosts: [] });
  expect(await strict.post({ url: receiver.url, headers: {}, body: "{}" })).toEqual({
    kind: "error",
    error: "refused-scheme",
    durationMs: 0,
  });
  expect(receiver.received).toHaveLength(0);
});

it("refuses a public name that resolves to the own machine", async () => {
  const strict = openPoster({ allow: [], ownHosts: [] }, async () => [{ address: "127.0.0.1", family: 4 }]);
  expect(await strict.post({ url: "https://rebind.example.com/", headers: {}, body: "{}" })).toMatchObject({
    kind: "error",
    error: "address-refused",
  });
  strict.close();
});
