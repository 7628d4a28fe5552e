import type { Answer, Media, Operation, Parameter } from "../openapi/types.ts";
import { markup, paragraphs } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { limitsText, renderFields, typeText } from "./render-schema.ts";

export type NamedOperation = { method: string; path: string; operation: Operation };

/** Address of an operation inside the page. */
export function anchorOf({ method, path }: Pick<NamedOperation, "method" | "path">): string {
  return `${method}-${path.replace(/[{}]/g, "").replaceAll("/", "-").replace(/^-/, "")}`;
}

function renderParameter(parameter: Parameter): Markup {
  const limits = limitsText(parameter.schema);
  return markup`<li><div class="field"><code class="name">${parameter.name}</code><span class="type">${typeText(parameter.schema)}</span><span class="place">${parameter.in}</span>${
    parameter.required === true ? "" : markup`<span class="optional">optional</span>`
  }${limits === "" ? "" : markup`<span class="limits">${limits}</span>`}</div>${
    parameter.schema["description"] === undefined ? "" : markup`<p class="note">${parameter.schema["description"]}</p>`
  }</li>`;
}

function exampleText(media: Media): string {
  return typeof media.example === "string" ? media.example : JSON.stringify(media.example, null, 2);
}

function renderMedia(title: string, type: string, media: Media): Markup {
  const example =
    media.example === undefined
      ? ""
      : markup`<details><summary>Example</summary><pre tabindex="0"><code>${exampleText(media)}</code></pre></details>`;
  return markup`<h4>${title} <span class="type">${type}</span></h4>${renderFields(media.schema)}${example}`;
}

function renderSuccess(status: string, answer: Answer): Markup {
  const media = Object.entries(answer.content ?? {}).map(([type, content]) => renderMedia("Answer", type, content));
  return markup`<p class="status"><b>${status}</b> ${answer.description ?? ""}</p>${media}`;
}

function curlOf({ method, path, operation }: NamedOperation): string {
  const lines = [`curl -X ${method.toUpperCase()} "$UPSTREAM_URL/api/v1${path}"`];
  if (operation.security.length > 0) lines.push('-H "Authorization: Bearer $UPSTREAM_TOKEN"');
  const json = operation.requestBody?.content["application/json"];
  if (json !== undefined)
    lines.push('-H "Content-Type: application/json"', `-d '${JSON.stringify(json.example).replaceAll("'", "'\\''")}'`);
  if (operation.requestBody?.content["multipart/form-data"] !== undefined) lines.push('-F "file=@claims.csv"');
  return lines.join(" \\\n  ");
}

function problemLinks(responses: Record<string, Answer>): Markup[] {
  return Object.entries(responses)
    .filter(([, answer]) => answer.$ref !== undefined)
    .map(([status, answer]) => markup`<a href="#problem-${status}" title="${answer.$ref?.split("/").at(-1)}">${status}</a> `);
}

/** One operation with its parameters, body, answers and a command to try it. */
export function renderOperation(named: NamedOperation): Markup {
  const { method, path, operation } = named;
  const parameters = (operation.parameters ?? []).filter((parameter) => parameter.name !== undefined);
  const successes = Object.entries(operation.responses).filter(([, answer]) => answer.$ref === undefined);
  return markup`<article class="operation" id="${anchorOf(named)}" data-search="${`${method} ${path} ${operation.summary}`.toLowerCase()}">
<h3><a href="#${anchorOf(named)}"><span class="method m-${method}">${method.toUpperCase()}</span> <code>${path.split("/").map((part, index) => markup`${index === 0 ? "" : "/"}<wbr>${part}`)}</code></a></h3>
<p class="summary">${operation.summary}</p>${paragraphs(operation.description ?? "")}
${parameters.length === 0 ? "" : markup`<h4>Parameters</h4><ul class="fields">${parameters.map(renderParameter)}</ul>`}
${Object.entries(operation.requestBody?.content ?? {}).map(([type, media]) => renderMedia("Body", type, media))}
${successes.map(([status, answer]) => renderSuccess(status, answer))}
<p class="problems">Problems: ${problemLinks(operation.responses)}</p>
<details><summary>Command</summary><pre tabindex="0"><code>${curlOf(named)}</code></pre></details></article>
`;
}
