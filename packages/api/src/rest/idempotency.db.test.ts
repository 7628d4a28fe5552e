import { readInCustomer } from "@upstream/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendRest } from "../testing/send.ts";
import type { Reply } from "../testing/send.ts";
import { createWorld } from "../testing/world.ts";
import type { Caller, Place, World } from "../testing/world.ts";

describe("Idempotency-Key", () => {
  let world: World;
  let place: Place;
  const caller = (name: string): Caller => place.callers.get(name) as Caller;
  const issue = (key: string, name: string, who = "owner"): Promise<Reply> =>
    sendRest(world, caller(who), { method: "POST", path: "/api-keys", body: { name }, headers: { "idempotency-key": key } });
  const keyNames = async (): Promise<string[]> => {
    const { body } = await sendRest(world, caller("owner"), { method: "GET", path: "/api-keys?limit=200" });
    return (body as { items: { name: string }[] }).items.map((item) => item.name);
  };

  beforeAll(async () => {
    world = await createWorld();
    place = await world.createPlace();
  });
  afterAll(() => world.close());

  it("answers a repeat with the first answer and does the work once", async () => {
    const first = await issue("k1", "billing");
    const second = await issue("k1", "billing");
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect([first.headers.get("idempotency-replayed"), second.headers.get("idempotency-replayed")]).toEqual([null, "true"]);
    expect((await keyNames()).filter((name) => name === "billing")).toHaveLength(1);
  });

  it("does the work once when both arrive together", async () => {
    const replies = await Promise.all([issue("k2", "race"), issue("k2", "race")]);
    const statuses = replies.map((reply) => reply.status).toSorted();
    expect([
      [201, 201],
      [201, 409],
    ]).toContainEqual(statuses);
    expect((await keyNames()).filter((name) => name === "race")).toHaveLength(1);
  });

  it("refuses the key for another body", async () => {
    await issue("k3", "one");
    const other = await issue("k3", "two");
    expect([other.status, other.body]).toEqual([422, expect.objectContaining({ code: "invalid", reason: "idempotency-key-reused" })]);
  });

  it("answers a clash like a request without a key", async () => {
    await issue("k7", "taken");
    const clash = await issue("k8", "taken");
    expect([clash.status, clash.body]).toEqual([409, expect.objectContaining({ code: "conflict" })]);
  });

  it("keeps nothing of a refused request", async () => {
    expect((await issue("k4", "")).status).toBe(422);
    expect((await issue("k4", "now right")).status).toBe(201);
  });

  it("never shows one caller the answer of another", async () => {
    const first = await issue("k5", "mine", "owner");
    const foreign = await issue("k5", "mine", "admin");
    expect(foreign.body).not.toEqual(first.body);
    expect((await issue("k5", "mine", "viewer")).status).toBe(403);
  });

  it("refuses a key that is not printable", async () => {
    expect((await issue("x".repeat(256), "long")).status).toBe(400);
  });

  it("keeps answers sealed", async () => {
    const { body } = await issue("k6", "sealed");
    const { secret } = body as { secret: string };
    const stored = await readInCustomer(place.owner, (query) =>
      query.rows<{ body: string }>("test-idempotency", "SELECT body FROM idempotency_keys"),
    );
    expect(stored.length).toBeGreaterThan(0);
    expect(JSON.stringify(stored)).not.toContain(secret.slice(-20));
  });
});
