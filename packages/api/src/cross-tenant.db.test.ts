import type { AnyProcedure } from "@trpc/server";
import { newId, randomToken } from "@upstream/core";
import type { Id } from "@upstream/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { ApiMeta } from "./meta.ts";
import { appRouter } from "./root.ts";
import { checksumOf } from "./testing/checksum.ts";
import { exampleInput, idFields, withId } from "./testing/example-input.ts";
import { inputExamples } from "./testing/input-examples.ts";
import { populate } from "./testing/populate.ts";
import type { Population } from "./testing/populate.ts";
import { sendRest, sendTrpc } from "./testing/send.ts";
import type { Reply, RestCall } from "./testing/send.ts";
import { createWorld } from "./testing/world.ts";
import type { Caller, Place, World } from "./testing/world.ts";

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>)
  .map(([name, procedure]) => ({ name, procedure, meta: procedure._def.meta as ApiMeta, fields: idFields(procedure) }))
  .filter(({ fields }) => fields.length > 0);

function restCall(meta: ApiMeta, input: Record<string, unknown>): RestCall | undefined {
  if (meta.openapi === undefined) return undefined;
  const { method } = meta.openapi;
  const rest = { ...input };
  const path = meta.openapi.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return value;
  });
  if (method !== "GET" && method !== "DELETE") return { method, path, body: rest };
  const query = new URLSearchParams(Object.entries(rest).map(([name, value]): [string, string] => [name, String(value)]));
  return { method, path: query.size === 0 ? path : `${path}?${query}` };
}

/** An answer without the names of this one request and of the id that was asked for. */
function essence(reply: Reply, id: string): string {
  const text = JSON.stringify([reply.status, reply.body]).replaceAll(id, "<id>");
  return text.replace(/urn:uuid:[0-9a-f-]{36}/g, "<request>").replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<instant>");
}

describe("another customer's ids", () => {
  let world: World;
  let place: Place;
  let own: Population;
  let twins: Population;
  let twin: Place;
  let before: Record<string, string>;
  const canary = `canary-${randomToken(6).toLowerCase().replaceAll("_", "x")}`;
  const owner = (): Caller => place.callers.get("owner") as Caller;

  beforeAll(async () => {
    world = await createWorld();
    place = await world.createPlace();
    twin = await world.createPlace();
    own = await populate(world, place, `own-${randomToken(6).toLowerCase().replaceAll("_", "x")}`);
    twins = await populate(world, twin, canary);
    before = await checksumOf(twin.owner);
  });
  afterAll(() => world.close());

  it("exist for every entity that an input names", () => {
    const entities = new Set(procedures.flatMap(({ fields }) => fields.map((field) => field.entity ?? "")));
    expect([...entities].filter((entity) => (twins.get(entity) ?? []).length === 0)).toEqual([]);
  });

  describe.each(procedures)("$name", ({ name, procedure, meta, fields }) => {
    const base = exampleInput(procedure, inputExamples[name]);

    /** The example with every id one's own, so that only the foreign one is wrong. */
    const ownInput = (): Record<string, unknown> =>
      fields.reduce((input, field) => withId(input, field, own.get(field.entity ?? "")?.[0] ?? ""), base);

    it("has a valid example", () => {
      const [input] = procedure._def.inputs as z.ZodType[];
      const result = input?.safeParse(base);
      expect(result?.success === false ? result.error.issues : []).toEqual([]);
    });

    it.each(fields.map((field) => [field.path.join("."), field] as const))("answers a foreign %s like an unknown one", async (_, field) => {
      for (const foreign of twins.get(field.entity ?? "") ?? []) {
        const ask = async (id: string): Promise<string[]> => {
          const input = withId(ownInput(), field, id);
          const call = restCall(meta, input);
          const replies = [
            await sendTrpc(world, owner(), { name, procedure, input }),
            ...(call === undefined ? [] : [await sendRest(world, owner(), call)]),
          ];
          return replies.map((reply) => essence(reply, id));
        };
        const [ofTwin, ofNobody] = [await ask(foreign), await ask(newId<Id<"unknown">>())];
        expect(ofTwin).toEqual(ofNobody);
        expect(ofTwin.join()).not.toContain(canary);
        expect(ofTwin.every((text) => !/^\[5\d\d/.test(text))).toBe(true);
      }
    });
  });

  it("have changed nothing of the other customer's", async () => {
    expect(await checksumOf(twin.owner)).toEqual(before);
  });
});
