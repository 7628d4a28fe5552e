import { renderPage } from "../docs/render-page.ts";
import { script } from "../docs/script.ts";
import { style } from "../docs/style.ts";
import type { OpenApiDocument } from "../openapi/types.ts";
import type { RawRoute } from "./routes.ts";

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function page(path: string, type: string, text: () => string): RawRoute {
  return {
    kind: "raw",
    method: "GET",
    path,
    access: "public",
    query: new Map(),
    handle: async () =>
      new Response(text(), {
        headers: { "content-type": type, "content-security-policy": policy, "cache-control": "public, max-age=300" },
      }),
  };
}

function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}

/** The document and the reference page made of it; both are made at the first request. */
export function describeRoutes(document: () => OpenApiDocument, base: string): RawRoute[] {
  return [
    page(
      "/openapi.json",
      "application/json",
      once(() => JSON.stringify(document())),
    ),
    page(
      "/docs",
      "text/html; charset=utf-8",
      once(() => renderPage(document(), `${base}/docs`)),
    ),
    page("/docs/reference.css", "text/css; charset=utf-8", () => style),
    page("/docs/reference.js", "text/javascript; charset=utf-8", () => script),
  ];
}
