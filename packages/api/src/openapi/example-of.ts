import type { JsonSchema } from "./types.ts";

const byFormat: Record<string, string> = {
  uuid: "0192f0c1-7b3a-7c21-9a44-3f5b2a1c0d9e",
  guid: "0192f0c1-7b3a-7c21-9a44-3f5b2a1c0d9e",
  date: "2026-03-31",
  "date-time": "2026-03-31T14:05:00.000Z",
  email: "billing@northside.example",
  uri: "https://hooks.example.com/upstream",
};

function exampleText(schema: JsonSchema, name: string): string {
  const format = typeof schema["format"] === "string" ? byFormat[schema["format"]] : undefined;
  if (format !== undefined) return format;
  if (schema["x-entity"] !== undefined) return byFormat["uuid"] ?? "";
  if (/(At|Until)$/.test(name)) return byFormat["date-time"] ?? "";
  if (/(Date|^asOf|From|To)$/.test(name)) return byFormat["date"] ?? "";
  if (name === "timeZone") return "America/New_York";
  return name === "" ? "text" : name;
}

function exampleNumber(schema: JsonSchema, name: string): number {
  const low = typeof schema["minimum"] === "number" ? schema["minimum"] : 0;
  if (name.endsWith("Cents")) return 125_000;
  if (schema["type"] === "number" && schema["maximum"] === 1) return 0.12;
  return Math.max(low, 1);
}

function exampleObject(schema: JsonSchema, depth: number): Record<string, unknown> {
  const properties = (schema["properties"] ?? {}) as Record<string, JsonSchema>;
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, exampleOf(value, key, depth + 1)]));
}

function firstChoice(schema: JsonSchema): JsonSchema | undefined {
  const choices = (schema["anyOf"] ?? schema["oneOf"] ?? schema["allOf"]) as JsonSchema[] | undefined;
  return choices?.find((choice) => choice["type"] !== "null");
}

/** One plausible value of a JSON schema, always the same for the same schema. */
export function exampleOf(schema: JsonSchema, name = "", depth = 0): unknown {
  if (depth > 8) return null;
  if (schema["example"] !== undefined) return schema["example"];
  if (schema["const"] !== undefined) return schema["const"];
  if (schema["default"] !== undefined) return schema["default"];
  if (Array.isArray(schema["enum"])) return schema["enum"][0];
  const choice = firstChoice(schema);
  if (choice !== undefined) return exampleOf(choice, name, depth + 1);
  const type = Array.isArray(schema["type"]) ? schema["type"].find((item) => item !== "null") : schema["type"];
  switch (type) {
    case "object":
      return exampleObject(schema, depth);
    case "array":
      return [exampleOf((schema["items"] ?? {}) as JsonSchema, name.replace(/s$/, ""), depth + 1)];
    case "string":
      return exampleText(schema, name);
    case "integer":
    case "number":
      return exampleNumber(schema, name);
    case "boolean":
      return true;
    default:
      return null;
  }
}
