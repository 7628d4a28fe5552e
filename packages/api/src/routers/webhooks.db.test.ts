import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendRest } from "../testing/send.ts";
import type { Reply } from "../testing/send.ts";
import { createWorld } from "../testing/world.ts";
import type { Caller, Place, World } from "../testing/world.ts";

describe("webhook endpoints over REST", () => {
  let world: World;
  let place: Place;
  const call = (method: string, path: string, body?: unknown): Promise<Reply> =>
    sendRest(world, place.callers.get("admin") as Caller, {
      method,
      path: `/webhooks/endpoints${path}`,
      ...(body === undefined ? {} : { body }),
    });

  beforeAll(async () => {
    world = await createWorld();
    place = await world.createPlace();
  });
  afterAll(() => world.close());

  it("answers the secret once, at creation and at rotation", async () => {
    const created = await call("POST", "", {
      url: "https://hooks.example.com/upstream",
      events: ["alert.raised", "upload.processed"],
      description: "Billing",
    });
    const endpoint = created.body as { id: string; secret: string };
    expect([created.status, endpoint.secret]).toEqual([201, expect.stringMatching(/^whsec_/)]);
    const read = await call("GET", `/${endpoint.id}`);
    expect([read.status, JSON.stringify(read.body).includes("whsec_")]).toEqual([200, false]);
    expect(JSON.stringify((await call("GET", "")).body)).not.toContain("whsec_");
    const rotated = (await call("POST", `/${endpoint.id}/rotate-secret`, {})).body as { secret: string };
    expect(rotated.secret).toMatch(/^whsec_/);
    expect(rotated.secret).not.toBe(endpoint.secret);
  });

  it("pauses, resumes, tests and deletes", async () => {
    const { id } = (await call("POST", "", { url: "https://hooks.example.com/two", events: ["webhook.test"] })).body as { id: string };
    expect((await call("POST", `/${id}/pause`)).body).toMatchObject({ state: "paused" });
    expect((await call("POST", `/${id}/resume`)).body).toMatchObject({ state: "active" });
    expect((await call("POST", `/${id}/test`)).status).toBe(202);
    const deleted = await call("DELETE", `/${id}`);
    expect([deleted.status, deleted.body]).toEqual([204, ""]);
    expect((await call("GET", `/${id}`)).status).toBe(404);
  });

  it.each([
    "http://hooks.example.com/x",
    "https://127.0.0.1/x",
    "https://[::1]/x",
    "https://localhost/x",
    "ftp://hooks.example.com",
    "https://user:pw@hooks.example.com/",
  ])("refuses the address %s", async (url) => {
    const { status, body } = await call("POST", "", { url, events: ["alert.raised"] });
    expect([status, (body as { errors: { pointer: string }[] }).errors[0]?.pointer]).toEqual([422, "/url"]);
  });
});
