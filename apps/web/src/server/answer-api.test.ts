import type { Problem } from "@upstream/api";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import type { Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerApi } from "./answer-api.ts";
import { createHttpServer } from "./create-http-server.ts";
import type { Metrics } from "./metrics.ts";
import { watchAnswer } from "./watch-answer.ts";

type Reply = { status: number; headers: string; body: string };

const metricsToken = "a".repeat(32);
const counted: string[] = [];
const metrics: Metrics = {
  count: ({ door, status }) => void counted.push(`${door} ${status}`),
  contentType: "text/plain",
  text: async () => "figure 1\n",
};
const doors = {
  handleFiles: async (_: Request, customer: string) => new Response(`files of ${customer}`),
  handleRest: async (request: Request) => {
    if (request.url.endsWith("/uploads")) return new Response(`${(await request.text()).length} bytes`);
    return new Response("rest", { status: request.body === null ? 200 : 413 });
  },
  handleTrpc: async (request: Request) => new Response(`console ${await request.text()}`),
  serveWorkflows: async () => new Response("workflows"),
  isReady: async () => false,
  metrics,
  metricsToken,
};

let server: Server;
let port: number;

beforeAll(async () => {
  server = createHttpServer(
    async (incoming, outgoing) => {
      watchAnswer(metrics, incoming, outgoing);
      const isAnswered = await answerApi(doors, incoming, outgoing, { origin: "https://upstream.example", trustedHops: 0 });
      if (!isAnswered) outgoing.end("page");
    },
    { arrivalMs: 200, drainMs: 500 },
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => void server.closeAllConnections());

/** Sends bytes as they are and reads until the server hangs up. */
async function sendRaw(text: string): Promise<string> {
  const socket = connect(port, "127.0.0.1", () => socket.write(text));
  let answer = "";
  socket.setEncoding("latin1").on("data", (part: string) => (answer += part));
  socket.on("error", () => undefined);
  await once(socket, "close");
  return answer;
}

function read(answer: string): Reply {
  const [headers = "", body = ""] = answer.split("\r\n\r\n");
  const chunk = /^[0-9a-f]+\r\n(.*?)\r\n/s.exec(body)?.[1];
  return { status: Number(answer.slice(9, 12)), headers: headers.toLowerCase(), body: chunk ?? body };
}

const ask = async (line: string, headers = ""): Promise<Reply> =>
  read(await sendRaw(`${line} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n${headers}\r\n`));
const problemIn = ({ body }: Reply): Problem => JSON.parse(/\{.*\}/s.exec(body)?.[0] ?? "{}") as Problem;

describe("what lies below /api", () => {
  it.each([
    ["GET /api/v1/claims", "rest"],
    ["GET /api/v1?x", "rest"],
    ["GET /api/v1/docs/../claims", "rest"],
    ["GET /api/trpc/auth.me", "console"],
    ["GET /api/console/northside/uploads", "files of northside"],
    ["PUT /api/inngest?fnId=x", "workflows"],
    ["GET /api/health/live", '{"status":"live"}'],
    ["GET /api/auth/session", "page"],
    ["GET /apiary", "page"],
    ["GET /", "page"],
  ])("%s is answered by its own door", async (line, text) => {
    expect((await ask(line)).body).toContain(text);
  });

  it("is answered as usual where a request expects what nobody knows", async () => {
    expect(await ask("GET /api/v1/claims", "Expect: wonders\r\n")).toMatchObject({ status: 200, body: "rest" });
  });

  it.each([
    ["GET /api", 404, "not-found"],
    ["GET /api/", 404, "not-found"],
    ["GET /api/nope", 404, "not-found"],
    ["GET /api?x=1", 404, "not-found"],
    ["GET /API/v1/claims", 404, "not-found"],
    ["GET //api/v1/claims", 404, "not-found"],
    ["GET /api//v1/claims", 404, "not-found"],
    ["GET /api/v1%2fclaims", 404, "not-found"],
    ["GET /api/v1/../../api/x", 404, "not-found"],
    ["GET /api/console/%2e%2e/uploads", 404, "not-found"],
    ["GET /api/health", 404, "not-found"],
    ["GET /api/health/nope", 404, "not-found"],
    ["POST /api/health/live", 405, "method-not-allowed"],
    ["GET /api/v1\\claims", 400, "malformed"],
    ["GET http://evil.example/login", 400, "malformed"],
    ["OPTIONS *", 400, "malformed"],
    ["TRACE /api/v1/claims", 405, "method-not-allowed"],
    ["TRACE /login", 405, "method-not-allowed"],
    ["PROPFIND /api/v1/claims", 405, "method-not-allowed"],
    ["GET /api/metrics", 401, "unauthenticated"],
    ["POST /api/metrics", 405, "method-not-allowed"],
  ])("%s is refused with %i and problem details", async (line, status, code) => {
    const reply = await ask(line);
    expect([reply.status, problemIn(reply)]).toEqual([status, expect.objectContaining({ status, code })]);
    expect(reply.headers).toContain("content-type: application/problem+json");
    expect(reply.headers).toContain("x-request-id: ");
    expect(reply.headers).not.toContain("evil");
  });

  it("says that it is not ready with 503 and nothing more", async () => {
    const reply = await ask("GET /api/health/ready");
    expect([reply.status, reply.body]).toEqual([503, expect.stringContaining('{"status":"not-ready"}')]);
  });

  it("shows figures to the bearer of the token alone", async () => {
    expect((await ask("GET /api/metrics", `Authorization: Bearer ${metricsToken}\r\n`)).body).toContain("figure 1");
    expect((await ask("GET /api/metrics", `Authorization: Bearer ${metricsToken}b\r\n`)).status).toBe(401);
  });

  it("counts each answer at its door, by no path of the caller's", async () => {
    counted.length = 0;
    await ask("GET /api/v1/claims/secret");
    await ask("GET /somewhere");
    expect(counted).toEqual(["rest 200", "pages 200"]);
  });
});

describe("bytes on the wire", () => {
  it("answers what is no HTTP with problem details", async () => {
    const broken = read(await sendRaw("FOO / HTTP/1.1\r\n\r\n"));
    expect([broken.status, problemIn(broken).code]).toEqual([400, "malformed"]);
    const large = read(await sendRaw(`GET / HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(20_000)}\r\n\r\n`));
    expect([large.status, problemIn(large).code]).toEqual([431, "headers-too-large"]);
  });

  it("refuses two lengths", async () => {
    const both = "POST /api/v1/x HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    expect(read(await sendRaw(both)).status).toBe(400);
  });

  it("finds the next request after a body that nobody read", async () => {
    const body = "x".repeat(2_000_000);
    const first = `POST /api/v1/x HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    const answer = await sendRaw(`${first}GET /api/v1/y HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 413", "HTTP/1.1 200"]);
  });

  it("gives up on a request that does not arrive, with 408", async () => {
    const late = read(await sendRaw("POST /api/trpc/x HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nab"));
    expect([late.status, problemIn(late).code]).toEqual([408, "timeout"]);
  });

  it("hangs up when the rest of an answered request does not come", async () => {
    const answer = await sendRaw("POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nab");
    expect(answer).toContain("page");
  });

  it("waits for a claim file as long as it keeps coming", async () => {
    const socket = connect(port, "127.0.0.1", () =>
      socket.write("POST /api/v1/uploads HTTP/1.1\r\nHost: x\r\nContent-Length: 8\r\nConnection: close\r\n\r\n"),
    );
    const trickle = setInterval(() => socket.write("x"), 80);
    const [first] = (await once(socket, "data")) as [Buffer];
    clearInterval(trickle);
    socket.destroy();
    expect(first.toString("latin1")).toMatch(/^HTTP\/1\.1 200/);
  });
});
