import type { AnyProcedure } from "@trpc/server";
import { generateOpenApiDocument } from "trpc-openapi";
import type { OpenApiRouter } from "trpc-openapi";
import type { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import type { ApiMeta } from "../meta.ts";
import { inputOf, isEditable } from "../rest/routes.ts";
import type { RawRoute } from "../rest/routes.ts";
import { sharedComponents } from "./answers.ts";
import { finishOperation } from "./finish-operation.ts";
import { tagTexts } from "./tag-texts.ts";
import type { OpenApiDocument } from "./types.ts";

const about = [
  "Base address `/api/v1`, JSON in camelCase. Send `Authorization: Bearer <access token or API key>`.",
  "Lists answer `{ items, nextCursor }`; pass `cursor` to go on. Unknown and repeated parameters are refused; a list of values is one parameter with commas.",
  "Money is whole cents (`…Cents`), rates are 0–1, calendar dates are `YYYY-MM-DD`, instants are ISO 8601 in UTC.",
  "What can be edited answers with an `ETag`; sent back as `If-Match`, an edit of another version is refused with 412.",
  "Errors are `application/problem+json` (RFC 9457). Another customer's id answers exactly like an unknown one.",
].join("\n\n");

type Described = { name: string; procedure: AnyProcedure; meta: ApiMeta };

function describedOf(router: OpenApiRouter): Map<string, Described> {
  const found = new Map<string, Described>();
  for (const [name, procedure] of Object.entries(router._def.procedures as unknown as Record<string, AnyProcedure>)) {
    const meta = procedure._def.meta as ApiMeta | undefined;
    if (meta?.openapi !== undefined) found.set(`${meta.openapi.method} ${meta.openapi.path}`, { name, procedure, meta });
  }
  return found;
}

/** The generator takes objects only; a body that is one of several objects is described here. */
function hasChoices({ procedure }: Described): boolean {
  const input = inputOf(procedure);
  return input !== undefined && !("shape" in input);
}

function choicePaths(described: Iterable<Described>): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const entry of described) {
    const input = inputOf(entry.procedure);
    const { openapi } = entry.meta;
    if (openapi === undefined || input === undefined || !hasChoices(entry)) continue;
    paths[openapi.path] = {
      [openapi.method.toLowerCase()]: {
        operationId: entry.name.replaceAll(".", "-"),
        summary: openapi.summary,
        tags: openapi.tags,
        requestBody: { required: true, content: { "application/json": { schema: input } } },
        responses: {
          200: {
            description: "Done.",
            content: { "application/json": { schema: (entry.procedure._def as unknown as { output: z.ZodType }).output } },
          },
        },
      },
    };
  }
  return paths;
}

function finishPaths(generated: OpenApiDocument["paths"], described: Map<string, Described>): OpenApiDocument["paths"] {
  const paths: OpenApiDocument["paths"] = {};
  for (const [path, item] of Object.entries(generated)) {
    const get = described.get(`GET ${path}`)?.procedure;
    const isTagged = get !== undefined && isEditable(get, new Set(Object.keys(item).map((method) => method.toUpperCase())));
    for (const [method, operation] of Object.entries(item)) {
      const meta = described.get(`${method.toUpperCase()} ${path}`)?.meta;
      if (meta === undefined) throw new Error(`No declaration for ${method} ${path}`);
      (paths[path] ??= {})[method] = finishOperation(operation, {
        method: method.toUpperCase(),
        path,
        access: meta.permission,
        status: meta.status ?? 200,
        isKeyed: meta.isKeyed === true,
        isPersonal: meta.isPersonal === true,
        isEditable: isTagged,
      });
    }
  }
  return paths;
}

function addRawRoutes(paths: OpenApiDocument["paths"], rawRoutes: readonly RawRoute[]): void {
  for (const route of rawRoutes) {
    if (route.operation !== undefined) (paths[route.path] ??= {})[route.method.toLowerCase()] = route.operation;
  }
}

/** The OpenAPI document of a router and its raw routes, paths in alphabetical order. */
export function buildDocument(router: OpenApiRouter, rawRoutes: readonly RawRoute[]): OpenApiDocument {
  const described = describedOf(router);
  const choices = choicePaths(described.values());
  const isPlain = (method: string, path: string): boolean => !(method.toLowerCase() in (choices[path] ?? {}));
  const generated = generateOpenApiDocument(router, {
    title: "Upstream API",
    version: "1",
    baseUrl: "/api/v1",
    openApiVersion: "3.1.0",
    paths: choices,
    filter: ({ metadata }) => isPlain(metadata.openapi.method, metadata.openapi.path),
  }) as unknown as OpenApiDocument;
  const paths = finishPaths(generated.paths, described);
  addRawRoutes(paths, rawRoutes);
  const used = new Set(Object.values(paths).flatMap((item) => Object.values(item).flatMap((operation) => operation.tags)));
  const shared = sharedComponents();
  return {
    openapi: "3.1.0",
    info: { title: "Upstream API", version: "1", description: about },
    servers: [{ url: "/api/v1" }],
    tags: Object.entries(tagTexts)
      .filter(([name]) => used.has(name))
      .map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(Object.entries(paths).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      ...shared,
      securitySchemes: { bearer: { type: "http", scheme: "bearer", description: "An access token from `/auth/token` or an API key." } },
    },
  };
}
