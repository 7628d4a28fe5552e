import type { JsonSchema } from "../openapi/types.ts";
import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";

function plainType(schema: JsonSchema): string {
  if (schema["x-entity"] !== undefined) return `${String(schema["x-entity"])} id`;
  if (Array.isArray(schema["type"])) return schema["type"].join(" or ");
  return `${String(schema["type"] ?? "any")}${schema["format"] === undefined ? "" : ` (${String(schema["format"])})`}`;
}

/** A schema's type in words, for example `array of string` or `integer or null`. */
export function typeText(schema: JsonSchema): string {
  const choices = (schema["anyOf"] ?? schema["oneOf"]) as JsonSchema[] | undefined;
  if (choices !== undefined) return [...new Set(choices.map(typeText))].join(" or ");
  if (typeof schema["$ref"] === "string") return schema["$ref"].split("/").at(-1) ?? "object";
  if (schema["const"] !== undefined) return JSON.stringify(schema["const"]);
  if (schema["type"] === "array") return `array of ${typeText((schema["items"] ?? {}) as JsonSchema)}`;
  return plainType(schema);
}

/** Bounds, choices and default of a schema as one line. */
export function limitsText(schema: JsonSchema): string {
  const choices = (schema["anyOf"] as JsonSchema[] | undefined)?.find((choice) => choice["type"] !== "null") ?? schema;
  const items = (choices["items"] ?? {}) as JsonSchema;
  const values = (choices["enum"] ?? items["enum"]) as unknown[] | undefined;
  const lines = [
    values === undefined ? "" : `one of ${values.join(", ")}`,
    choices["minimum"] === undefined || choices["minimum"] === Number.MIN_SAFE_INTEGER ? "" : `from ${String(choices["minimum"])}`,
    choices["maximum"] === undefined || choices["maximum"] === Number.MAX_SAFE_INTEGER ? "" : `to ${String(choices["maximum"])}`,
    choices["maxLength"] === undefined ? "" : `at most ${String(choices["maxLength"])} characters`,
    choices["maxItems"] === undefined ? "" : `at most ${String(choices["maxItems"])} items`,
    schema["default"] === undefined ? "" : `default ${JSON.stringify(schema["default"])}`,
  ];
  return lines.filter((line) => line !== "").join(" · ");
}

function nestedOf(schema: JsonSchema): JsonSchema | undefined {
  const choices = (schema["anyOf"] ?? schema["oneOf"]) as JsonSchema[] | undefined;
  const inner = choices?.find((choice) => choice["type"] !== "null") ?? schema;
  if (inner["properties"] !== undefined) return inner;
  return inner["type"] === "array" ? nestedOf((inner["items"] ?? {}) as JsonSchema) : undefined;
}

function renderField(name: string, schema: JsonSchema, place: { required: boolean; depth: number }): Markup {
  const nested = nestedOf(schema);
  const limits = limitsText(schema);
  const inner = nested !== undefined && place.depth < 6 ? renderFields(nested, place.depth + 1) : "";
  return markup`<li><div class="field"><code class="name">${name}</code><span class="type">${typeText(schema)}</span>${
    place.required ? "" : markup`<span class="optional">optional</span>`
  }${limits === "" ? "" : markup`<span class="limits">${limits}</span>`}</div>${
    schema["description"] === undefined ? "" : markup`<p class="note">${schema["description"]}</p>`
  }${inner}</li>`;
}

/** The fields of an object schema as nested lists. */
export function renderFields(schema: JsonSchema, depth = 0): Markup {
  const object = nestedOf(schema);
  if (object === undefined) return markup`<p class="note">${typeText(schema)}</p>`;
  const required = new Set((object["required"] ?? []) as string[]);
  const fields = Object.entries(object["properties"] as Record<string, JsonSchema>);
  return markup`<ul class="fields">${fields.map(([name, value]) => renderField(name, value, { required: required.has(name), depth }))}</ul>`;
}
