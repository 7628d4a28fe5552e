import { readFile } from "node:fs/promises";
import type { AnyProcedure } from "@trpc/server";
import { describe, expect, it } from "vitest";
import type { ApiMeta } from "./meta.ts";
import { isPermission } from "./meta.ts";
import { appRoutes, openApiDocument } from "./rest/app-routes.ts";
import { inputOf } from "./rest/routes.ts";
import { appRouter } from "./root.ts";
import { walkInput } from "./testing/walk-input.ts";

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>);
const identifier = /(Ids?|[cC]ursor|[tT]oken|[kK]ey)$/;
/** Mutations that change nothing of the customer's and so need no more than the right to read. */
const readingMutations = new Set(["audit.verify", "preferences.update"]);

function metaOf(procedure: AnyProcedure): ApiMeta | undefined {
  return procedure._def.meta as ApiMeta | undefined;
}

describe("the surface of the API", () => {
  it("has procedures", () => {
    expect(procedures.length).toBeGreaterThan(20);
  });

  describe.each(procedures)("%s", (name, procedure) => {
    const meta = metaOf(procedure);
    const { type } = procedure._def;

    it("declares its permission and its output", () => {
      expect(meta?.permission).toBeTypeOf("string");
      expect((procedure._def as { output?: unknown }).output).toBeDefined();
    });

    it("is a REST operation or internal on purpose, with the method of its kind", () => {
      expect(meta?.openapi !== undefined || meta?.isInternal === true).toBe(true);
      if (meta?.openapi !== undefined) expect(meta.openapi.method === "GET").toBe(type === "query");
    });

    it("takes at most one input, refuses unknown fields, and marks every identifier", () => {
      expect(procedure._def.inputs.length).toBeLessThanOrEqual(1);
      const input = inputOf(procedure);
      if (input === undefined) return;
      const { fields, loose } = walkInput(input);
      expect(loose).toEqual([]);
      expect(fields.filter((field) => identifier.test(field.name) && !field.isMarked).map((field) => field.path.join("."))).toEqual([]);
    });

    it("cannot be used by a read-only key to change something", () => {
      if (type !== "mutation" || meta === undefined || !isPermission(meta.permission)) return;
      expect(!meta.permission.endsWith(":read") || readingMutations.has(name)).toBe(true);
    });
  });

  it("gives every operation an address and an id of its own", () => {
    expect(() => appRoutes()).not.toThrow();
    const ids = Object.values(openApiDocument().paths).flatMap((item) => Object.values(item).map((operation) => operation.operationId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("lists every operation under an area that the reference describes", () => {
    const document = openApiDocument();
    const described = new Set(document.tags.map((tag) => tag.name));
    const used = Object.values(document.paths).flatMap((item) => Object.values(item).flatMap((operation) => operation.tags));
    expect(used.filter((tag) => !described.has(tag))).toEqual([]);
  });

  it("is what openapi.json says; `npm run openapi` rewrites it", async () => {
    const committed = await readFile(new URL("../openapi.json", import.meta.url), "utf8");
    const isCurrent = committed === `${JSON.stringify(openApiDocument(), null, 2)}\n`;
    expect(isCurrent).toBe(true);
  });
});
