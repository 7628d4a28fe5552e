import { updateEndpoint } from "@upstream/alerts";
import { updateEndpointInput } from "@upstream/alerts/schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendRest } from "../testing/send.ts";
import type { Reply } from "../testing/send.ts";
import { createWorld } from "../testing/world.ts";
import type { Caller, Place, World } from "../testing/world.ts";

describe("ETag and If-Match", () => {
  let world: World;
  let place: Place;
  let path: string;
  const send = (method: string, at: string, extra: { body?: unknown; headers?: Record<string, string> } = {}): Promise<Reply> =>
    sendRest(world, place.callers.get("owner") as Caller, { method, path: at, ...extra });
  const etag = async (at: string): Promise<string> => (await send("GET", at)).headers.get("etag") ?? "";
  const edit = (description: string, ifMatch: string, headers: Record<string, string> = {}): Promise<Reply> =>
    send("PATCH", path, { body: { description }, headers: { "if-match": ifMatch, ...headers } });

  beforeAll(async () => {
    world = await createWorld();
    place = await world.createPlace();
    const body = { url: "https://hooks.example.com/a", events: ["alert.raised"] };
    path = `/webhooks/endpoints/${((await send("POST", "/webhooks/endpoints", { body })).body as { id: string }).id}`;
  });
  afterAll(() => world.close());

  it("gives everything that can be edited by itself a tag, the same until it is edited", async () => {
    const [rule] = ((await send("GET", "/alert-rules")).body as { items: { id: string }[] }).items;
    for (const at of [path, "/settings", `/alert-rules/${rule?.id}`]) {
      expect(await etag(at)).toMatch(/^"[\w-]{22}"$/);
      expect(await etag(at)).toBe(await etag(at));
    }
    expect((await send("GET", "/webhooks/endpoints")).headers.get("etag")).toBeNull();
  });

  it("edits the version it names, answers the next tag, and refuses the old one with 412", async () => {
    const first = await etag(path);
    const edited = await edit("one", first);
    expect([edited.status, edited.headers.get("etag")]).toEqual([200, await etag(path)]);
    const late = await edit("two", first);
    expect([late.status, late.body]).toEqual([412, expect.objectContaining({ code: "precondition-failed", reason: "if-match" })]);
    expect((await send("GET", path)).body).toMatchObject({ description: "one" });
    expect(await edit("three", "no-quotes")).toMatchObject({ status: 400, body: { reason: "if-match-form" } });
  });

  it("lets one of ten edits of the same version through", async () => {
    const tag = await etag(path);
    const replies = await Promise.all(Array.from({ length: 10 }, (_, number) => edit(`race ${number}`, tag)));
    expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, ...Array(9).fill(412)]);
  });

  it("is refused when the console edits between its look and its change", async () => {
    const tag = await etag(path);
    const [byTag, byConsole] = await Promise.all([
      edit("by tag", tag),
      updateEndpoint(
        place.owner,
        updateEndpointInput.parse({ endpointId: path.split("/").at(-1), description: "by console" }),
        world.deps.outbound,
      ),
    ]);
    expect([byTag.status, byConsole.description]).toEqual([expect.toSatisfy((status) => status === 200 || status === 412), "by console"]);
    expect((await send("GET", path)).body).toMatchObject({ description: "by console" });
  });

  it("answers a repeat under an Idempotency-Key like the first time, although the version has moved", async () => {
    const tag = await etag(path);
    const first = await edit("keyed", tag, { "idempotency-key": "edit-1" });
    const again = await edit("keyed", tag, { "idempotency-key": "edit-1" });
    expect([first.status, again.status, again.headers.get("idempotency-replayed")]).toEqual([200, 200, "true"]);
  });

  it.each([
    ["a list that holds it", (tag: string) => `"x", ${tag}`, 200],
    ["any version", () => "*", 200],
    ["a weak tag", (tag: string) => `W/${tag}`, 412],
    ["another tag", () => '"x"', 412],
    ["no tag at all", () => "x", 400],
  ] as const)("takes %s for what it is", async (_, of, status) => {
    expect((await edit("again", of(await etag(path)))).status).toBe(status);
  });

  it("does not ignore the condition where nothing has a tag", async () => {
    const body = { id: "FMT_CPT", isEnabled: true };
    expect((await send("PATCH", "/validation-rules", { body, headers: { "if-match": '"x"' } })).status).toBe(412);
  });

  it("deletes only the version it names, and knows no other customer's", async () => {
    expect((await send("DELETE", path, { headers: { "if-match": '"x"' } })).status).toBe(412);
    const stranger = (await world.createPlace()).callers.get("owner") as Caller;
    expect((await sendRest(world, stranger, { method: "DELETE", path, headers: { "if-match": "*" } })).status).toBe(404);
    expect((await send("DELETE", path, { headers: { "if-match": await etag(path) } })).status).toBe(204);
  });
});
