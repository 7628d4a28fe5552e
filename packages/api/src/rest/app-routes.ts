import type { OpenApiRouter } from "trpc-openapi";
import { buildDocument } from "../openapi/build-document.ts";
import type { OpenApiDocument } from "../openapi/types.ts";
import { appRouter } from "../root.ts";
import { authenticate } from "./authenticate.ts";
import { describeRoutes } from "./describe-routes.ts";
import { createRestHandler, restBase } from "./handle-rest.ts";
import type { RouteTable } from "./route-table.ts";
import { buildRoutes } from "./routes.ts";
import { uploadRoutes } from "./upload-routes.ts";
import type { RawRoute, Route } from "./routes.ts";

let document: OpenApiDocument | undefined;

/** The OpenAPI 3.1 document of the REST API; made once. */
export function openApiDocument(): OpenApiDocument {
  return (document ??= buildDocument(appRouter as unknown as OpenApiRouter, rawRoutes));
}

const rawRoutes: RawRoute[] = [...describeRoutes(openApiDocument, restBase), ...uploadRoutes];

let table: RouteTable<Route> | undefined;

/** The route table of the product; made at the first request. */
export function appRoutes(): RouteTable<Route> {
  return (table ??= buildRoutes(appRouter._def.procedures as never, rawRoutes));
}

/** Answers any request below `/api/v1`; never rejects. */
export const handleRest = createRestHandler({ base: restBase, table: appRoutes, authenticate });
