import { errorTable } from "../error-table.ts";
import type { OpenApiDocument } from "../openapi/types.ts";
import { markup, paragraphs } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { anchorOf, renderOperation } from "./render-operation.ts";
import type { NamedOperation } from "./render-operation.ts";

function operationsOf(document: OpenApiDocument): NamedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, operation })),
  );
}

function renderNavigation(name: string, operations: NamedOperation[]): Markup {
  const links = operations.map(
    (named) =>
      markup`<li data-search="${`${named.method} ${named.path} ${named.operation.summary}`.toLowerCase()}"><a href="#${anchorOf(named)}"><span class="method m-${named.method}">${named.method.toUpperCase()}</span> ${named.operation.summary}</a></li>`,
  );
  return markup`<h2><a href="#area-${name}">${name}</a></h2><ul>${links}</ul>`;
}

function renderProblems(): Markup {
  const rows = Object.entries(errorTable).map(
    ([code, row]) =>
      markup`<tr id="problem-${row.status}"><td>${row.status}</td><td><code>${code}</code></td><td><b>${row.title}</b>. ${row.detail}</td></tr>`,
  );
  return markup`<section id="problems"><h2>Problems</h2><p>Every refusal is <code>application/problem+json</code> with <code>type, title, status, detail, instance, code, errors[]</code>; <code>reason</code> narrows the code where there is something to tell apart.</p><div class="scroll" tabindex="0" role="region" aria-label="Problems"><table><thead><tr><th scope="col">Status</th><th scope="col">Code</th><th scope="col">Meaning</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

/** The API reference as one static page; styles and script come from `base`, nothing from elsewhere. */
export function renderPage(document: OpenApiDocument, base: string): string {
  const operations = operationsOf(document);
  const areas = document.tags.map((tag) => ({
    ...tag,
    operations: operations.filter(({ operation }) => operation.tags.includes(tag.name)),
  }));
  const page = markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${document.info.title} reference</title><link rel="stylesheet" href="${base}/reference.css"><script src="${base}/reference.js" defer></script></head>
<body><a class="skip" href="#content">Skip to the reference</a>
<nav aria-label="Operations"><p class="brand">${document.info.title}</p><label class="find">Find <input type="search" id="find" autocomplete="off" placeholder="path or words"></label><p id="found" role="status"></p>
${areas.map((area) => renderNavigation(area.name, area.operations))}<h2><a href="#problems">problems</a></h2></nav>
<main id="content"><h1>${document.info.title}</h1>${paragraphs(document.info.description ?? "")}<p><a href="${base.replace(/\/docs$/, "")}/openapi.json">openapi.json</a></p>
${areas.map((area) => markup`<section id="area-${area.name}"><h2>${area.name}</h2><p>${area.description ?? ""}</p>${area.operations.map(renderOperation)}</section>`)}
${renderProblems()}</main></body></html>
`;
  return page.html;
}
