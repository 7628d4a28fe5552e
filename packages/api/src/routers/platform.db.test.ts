import type { AnyProcedure } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "../root.ts";
import { sendRest, sendTrpc } from "../testing/send.ts";
import type { Reply } from "../testing/send.ts";
import { createWorld } from "../testing/world.ts";
import type { World } from "../testing/world.ts";

const procedures = appRouter._def.procedures as unknown as Record<string, AnyProcedure>;

describe("the platform's staff", () => {
  let world: World;
  const ask = (name: string, input: unknown, customer?: string): Promise<Reply> =>
    sendTrpc(world, world.staff, {
      name,
      procedure: procedures[name] as AnyProcedure,
      input,
      ...(customer === undefined ? {} : { customer }),
    });

  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  it("makes a customer whose owner can sign in at once", async () => {
    const body = { name: "Northside Imaging", owner: { email: "owner@northside.example", name: "Olive Owner" } };
    const made = await sendRest(world, world.staff, { method: "POST", path: "/customers", body });
    const { customer, owner } = made.body as { customer: { id: string; slug: string }; owner: { email: string; initialPassword: string } };
    expect([made.status, customer.slug]).toEqual([201, "northside-imaging"]);
    const listed = await sendRest(world, world.staff, { method: "GET", path: "/customers" });
    expect((listed.body as { items: { id: string }[] }).items.map((item) => item.id)).toContain(customer.id);
    const account = { email: owner.email, password: owner.initialPassword };
    expect((await sendRest(world, world.stranger, { method: "POST", path: "/auth/token", body: account })).status).toBe(200);
  });

  it("refuses a name that another customer or a page of the product has, and makes no owner for it", async () => {
    const make = async (name: string, email: string) =>
      sendRest(world, world.staff, { method: "POST", path: "/customers", body: { name, owner: { email, name: "Olive" } } });
    const email = "second@riverside.example";
    expect((await make("Riverside Clinic", "first@riverside.example")).status).toBe(201);
    const twin = await make("Riverside  clinic!", email);
    expect([twin.status, twin.body]).toMatchObject([409, { reason: "name-taken", errors: [{ pointer: "/name" }] }]);
    const reserved = await make("Login", email);
    expect([reserved.status, reserved.body]).toMatchObject([422, { errors: [{ pointer: "/name", code: "reserved" }] }]);
    expect((await make("0192F0C1 7b3a 7c21 9a44 3f5b2a1c0d9e", email)).status).toBe(422);
    const made = await make("Riverside Clinic North", email);
    expect((made.body as { owner: { initialPassword: string | null } }).owner.initialPassword).not.toBeNull();
  });

  it("reads customers in pages, whose cursors belong to that list", async () => {
    await world.createPlace();
    await world.createPlace();
    type Listed = { items: { id: string }[]; nextCursor: string | null };
    const pageAt = async (query: string) =>
      (await sendRest(world, world.staff, { method: "GET", path: `/customers?limit=1${query}` })).body as Listed;
    const first = await pageAt("");
    const second = await pageAt(`&cursor=${first.nextCursor}`);
    expect([first.items.length, second.items.length]).toEqual([1, 1]);
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
    const foreign = await sendRest(world, world.staff, { method: "GET", path: "/customers?cursor=bm90aGluZw" });
    expect(foreign.status).toBe(400);
  });

  it("sees a customer only under a grant with a reason, and may change nothing there", async () => {
    const place = await world.createPlace();
    const asked = { customerId: place.customerId, reason: "Asked why a file was refused" };
    expect((await ask("uploads.list", {}, place.slug)).status).toBe(404);
    expect((await ask("platform.grantAccess", { ...asked, reason: "short" })).status).toBe(422);
    expect((await ask("platform.grantAccess", asked)).status).toBe(200);
    expect((await ask("uploads.list", {}, place.slug)).status).toBe(200);
    expect((await ask("settings.update", { name: "Other" }, place.slug)).status).toBe(403);
    expect((await ask("preferences.get", {}, place.slug)).status).toBe(403);
  });
});
