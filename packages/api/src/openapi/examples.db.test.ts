import { afterAll, beforeAll, expect, it } from "vitest";
import { openApiDocument } from "../rest/app-routes.ts";
import { sendRest } from "../testing/send.ts";
import { createWorld } from "../testing/world.ts";
import type { Caller, Place, World } from "../testing/world.ts";

/** Changes that name nothing which must be there first, with the example of their body. */
const changes = Object.entries(openApiDocument().paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => method !== "get" && !path.includes("{") && !path.startsWith("/auth/") && path !== "/alerts/bulk")
    .flatMap(([method, operation]) => {
      const media = operation.requestBody?.content["application/json"];
      return media === undefined ? [] : [{ method: method.toUpperCase(), path, body: media.example, access: operation["x-permission"] }];
    }),
);

let world: World;
let place: Place;
beforeAll(async () => {
  world = await createWorld();
  place = await world.createPlace();
});
afterAll(() => world.close());

it("finds changes to try", () => {
  expect(changes.length).toBeGreaterThan(10);
});

it.each(changes)("takes the reference's own example of $method $path", async ({ method, path, body, access }) => {
  const caller = access === "platform" ? world.staff : (place.callers.get("owner") as Caller);
  const reply = await sendRest(world, caller, { method, path, body });
  const { errors } = reply.body as { errors?: unknown };
  expect([reply.status < 300, errors]).toEqual([true, undefined]);
});
