import type { AnyProcedure } from "@trpc/server";
import type { z } from "zod";
import type { ApiContext } from "../context.ts";
import type { Access, ApiMeta, SuccessStatus } from "../meta.ts";
import type { Operation } from "../openapi/types.ts";
import { codecOf } from "./query-codecs.ts";
import type { QueryCodec } from "./query-codecs.ts";
import { createRouteTable } from "./route-table.ts";
import type { RouteTable } from "./route-table.ts";

export type ProcedureRoute = {
  kind: "procedure";
  name: string;
  procedure: AnyProcedure;
  method: string;
  path: string;
  access: Access;
  status: SuccessStatus;
  /** Codecs of the query parameters; undefined where the operation takes a body. */
  query: ReadonlyMap<string, QueryCodec>;
  takesBody: boolean;
  hasInput: boolean;
  isKeyed: boolean;
  /** The GET of the same path, where that answers with an ETag. */
  read: ProcedureRoute | undefined;
};

export type RawRequest = { request: Request; ctx: ApiContext; parameters: ReadonlyMap<string, string>; query: Record<string, unknown> };

/** A route outside the procedures: streams, pages and files. It describes itself for the OpenAPI document. */
export type RawRoute = {
  kind: "raw";
  method: string;
  path: string;
  access: Access;
  query: ReadonlyMap<string, QueryCodec>;
  handle: (raw: RawRequest) => Promise<Response>;
  operation?: Operation;
};

export type Route = ProcedureRoute | RawRoute;

type ObjectSchema = { shape?: Record<string, z.ZodType> };

/** The one input schema of a procedure, or undefined where it takes none. */
export function inputOf(procedure: AnyProcedure): z.ZodType | undefined {
  const inputs = procedure._def.inputs as z.ZodType[];
  if (inputs.length > 1) throw new Error("A procedure has one input schema");
  return inputs[0];
}

function queryCodecs(procedure: AnyProcedure, path: string): Map<string, QueryCodec> {
  const input = inputOf(procedure);
  const { shape } = (input ?? { shape: {} }) as ObjectSchema;
  if (shape === undefined) throw new Error(`The input of ${path} is no object`);
  const inPath = new Set([...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]));
  return new Map(
    Object.entries(shape)
      .filter(([key]) => !inPath.has(key))
      .map(([key, schema]) => [key, codecOf(schema)]),
  );
}

function routeOf(name: string, procedure: AnyProcedure): ProcedureRoute | undefined {
  const meta = procedure._def.meta as ApiMeta | undefined;
  if (meta?.openapi === undefined) return undefined;
  const { method, path } = meta.openapi;
  const takesBody = method === "POST" || method === "PATCH" || method === "PUT";
  const query = takesBody ? new Map<string, QueryCodec>() : queryCodecs(procedure, path);
  const hasInput = inputOf(procedure) !== undefined;
  return {
    kind: "procedure",
    name,
    procedure,
    method,
    path,
    access: meta.permission,
    status: meta.status ?? 200,
    query,
    takesBody,
    hasInput,
    isKeyed: meta.isKeyed === true,
    read: undefined,
  };
}

/** Whether both are the GET and the PATCH of one thing that names its version; such a thing has an ETag. */
export function isEditable(get: AnyProcedure, methods: ReadonlySet<string>): boolean {
  const { output } = get._def as unknown as { output?: ObjectSchema };
  return methods.has("PATCH") && output?.shape?.["updatedAt"] !== undefined && output.shape["id"] !== undefined;
}

function joinReads(routes: readonly ProcedureRoute[]): void {
  for (const get of routes.filter((route) => route.method === "GET")) {
    const same = routes.filter((route) => route.path === get.path);
    if (!isEditable(get.procedure, new Set(same.map((route) => route.method)))) continue;
    for (const route of same) route.read = get;
  }
}

/** The route table of all REST procedures and the raw routes. */
export function buildRoutes(procedures: Record<string, AnyProcedure>, rawRoutes: readonly RawRoute[]): RouteTable<Route> {
  const table = createRouteTable<Route>();
  const routes = Object.entries(procedures).flatMap(([name, procedure]) => routeOf(name, procedure) ?? []);
  joinReads(routes);
  for (const route of routes) table.add(route.method, route.path, route);
  for (const route of rawRoutes) table.add(route.method, route.path, route);
  return table;
}
