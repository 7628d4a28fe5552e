const ownMarks = new Set(["cursor", "opaque"]);
const spokenFormats = new Set(["uuid", "date", "date-time", "email", "uri"]);

function isNoise(schema: object, key: string, value: unknown): boolean {
  if (ownMarks.has(key)) return typeof value === "boolean";
  if (key === "pattern") return "format" in schema && spokenFormats.has(String(schema.format));
  return key === "$schema" || key === "~standard";
}

/** Copies a schema with our metadata renamed: `entity` becomes `x-entity`; marks for our own tools go, and patterns that a format already says. */
export function cleanSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleanSchema);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, child]): [string, unknown][] => {
    if (isNoise(value, key, child)) return [];
    return [[key === "entity" && typeof child === "string" ? "x-entity" : key, cleanSchema(child)]];
  });
  return Object.fromEntries(entries);
}
