import { ensureUser, inviteMember } from "@upstream/tenancy";
import type { CustomerDto, TokenDto } from "@upstream/tenancy/schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemSchema } from "../problem.ts";
import { sendRest } from "../testing/send.ts";
import { createWorld } from "../testing/world.ts";
import type { Caller, Place, World } from "../testing/world.ts";

describe("signing in over REST", () => {
  let world: World;
  let place: Place;
  const account = { email: "analyst@northside.example", password: "" };
  const bearing = (token: string): Caller => ({ ...world.stranger, token });
  const post = (path: string, body: unknown, caller = world.stranger) => sendRest(world, caller, { method: "POST", path, body });

  beforeAll(async () => {
    world = await createWorld();
    place = await world.createPlace();
    const { initialPassword } = await inviteMember(place.owner, world.deps, { email: account.email, name: "Ana Lyst", role: "analyst" });
    account.password = initialPassword ?? "";
  });
  afterAll(() => world.close());

  it("gives a pair of tokens, tells who bears them, renews them once and ends them", async () => {
    const signedIn = await post("/auth/token", account);
    expect([signedIn.status, signedIn.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const first = signedIn.body as TokenDto;
    expect([first.tokenType, first.expiresIn]).toEqual(["Bearer", 600]);

    const me = await sendRest(world, bearing(first.accessToken), { method: "GET", path: "/auth/me" });
    expect(me.body).toMatchObject({
      kind: "user",
      role: "analyst",
      email: account.email,
      customer: { id: place.customerId } satisfies Partial<CustomerDto>,
    });
    expect((me.body as { permissions: string[] }).permissions).not.toContain("members:admin");

    const renewed = (await post("/auth/token/refresh", { refreshToken: first.refreshToken })).body as TokenDto;
    expect(renewed.refreshToken).not.toBe(first.refreshToken);
    expect((await post("/auth/token/verify", { token: renewed.accessToken })).body).toMatchObject({ active: true });

    const ended = await sendRest(world, bearing(renewed.accessToken), { method: "POST", path: "/auth/logout" });
    expect([ended.status, ended.body]).toEqual([204, ""]);
    expect((await sendRest(world, bearing(renewed.accessToken), { method: "GET", path: "/auth/me" })).status).toBe(401);
    expect((await post("/auth/token/verify", { token: renewed.accessToken })).body).toMatchObject({ active: false });
    expect((await post("/auth/token/refresh", { refreshToken: renewed.refreshToken })).status).toBe(401);
  });

  it("answers a wrong password like an unknown address", async () => {
    const wrong = await post("/auth/token", { ...account, password: "wrong-password-here" });
    const unknown = await post("/auth/token", { email: "nobody@northside.example", password: "wrong-password-here" });
    const essence = ({ body }: typeof wrong) => ({ ...problemSchema.parse(body), instance: "" });
    expect(essence(wrong)).toEqual(essence(unknown));
    expect(wrong.status).toBe(401);
  });

  it("refuses a person without a customer", async () => {
    const lonely = { email: "lonely@northside.example", password: "correct horse battery staple 9" };
    await ensureUser(world.deps, { ...lonely, name: "Lone Ly" });
    expect((await post("/auth/token", lonely)).status).toBe(401);
  });

  it.each(["x", "a.b.c", "upk_1_2", `upk_0192f0c1-7b3a-7c21-9a44-3f5b2a1c0d9e_${"a".repeat(43)}`, "x".repeat(4_097)])(
    "refuses the token %s",
    async (token) => {
      const { status, body } = await sendRest(world, bearing(token), { method: "GET", path: "/auth/me" });
      expect([status, problemSchema.parse(body).code]).toEqual([401, "unauthenticated"]);
    },
  );
});
