import type { FieldError } from "@upstream/core";
import type { z } from "zod";
import { Fault } from "../fault.ts";
import { pointerOf } from "../field-errors.ts";

/** Reads one parameter's text, or undefined where the text has no such form. */
export type QueryCodec = (text: string) => unknown;

const maxItems = 200;

const readText: QueryCodec = (text) => (text.includes("\0") ? undefined : text);
const readInteger: QueryCodec = (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : undefined);
const readNumber: QueryCodec = (text) => (/^-?\d{1,15}(?:\.\d{1,9})?$/.test(text) ? Number(text) : undefined);
const readBoolean: QueryCodec = (text) => (text === "true" ? true : text === "false" ? false : undefined);

function readList(item: QueryCodec): QueryCodec {
  return (text) => {
    const parts = text.split(",");
    if (parts.length > maxItems || parts.includes("")) return undefined;
    const values = parts.map(item);
    return values.includes(undefined) ? undefined : values;
  };
}

/** The first form that the text has; texts come last, because every text is one. */
function firstOf(codecs: QueryCodec[]): QueryCodec {
  const ordered = codecs.toSorted((a, b) => Number(a === readText) - Number(b === readText));
  return (text) => ordered.map((codec) => codec(text)).find((value) => value !== undefined);
}

type Inner = {
  _zod: {
    def: {
      type: string;
      innerType?: z.ZodType;
      in?: z.ZodType;
      element?: z.ZodType;
      format?: string;
      checks?: unknown[];
      options?: z.ZodType[];
    };
  };
};

function isInteger(schema: Inner): boolean {
  const checks = (schema._zod.def.checks ?? []) as { _zod: { def: { check: string; format?: string } } }[];
  return (
    schema._zod.def.format === "safeint" || checks.some((check) => check._zod.def.format === "safeint" || check._zod.def.format === "int32")
  );
}

/** The codec of a parameter's schema; throws at start for a schema that no query string can carry. */
export function codecOf(schema: z.ZodType): QueryCodec {
  const inner = schema as unknown as Inner;
  const { def } = inner._zod;
  switch (def.type) {
    case "optional":
    case "default":
    case "prefault":
    case "nullable":
    case "readonly":
      return codecOf(def.innerType as z.ZodType);
    case "pipe":
      return codecOf(def.in as z.ZodType);
    case "string":
    case "enum":
    case "literal":
      return readText;
    case "number":
      return isInteger(inner) ? readInteger : readNumber;
    case "boolean":
      return readBoolean;
    case "union":
      return firstOf((def.options ?? []).map(codecOf));
    case "array":
      return readList(codecOf(def.element as z.ZodType));
    default:
      throw new Error(`A query parameter cannot be ${def.type}`);
  }
}

function decodePart(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}

/** Parses a query string on a Map: unknown, repeated and unreadable parameters are refused, each with its pointer. */
export function readQuery(search: string, codecs: ReadonlyMap<string, QueryCodec>): Record<string, unknown> {
  const values = new Map<string, unknown>();
  const errors: FieldError[] = [];
  for (const pair of search.replace(/^\?/, "").split("&")) {
    if (pair === "") continue;
    const cut = pair.indexOf("=");
    const name = decodePart(cut < 0 ? pair : pair.slice(0, cut)) ?? "";
    const text = decodePart(cut < 0 ? "" : pair.slice(cut + 1));
    const codec = codecs.get(name);
    const pointer = pointerOf([name]);
    const value = codec === undefined || text === undefined ? undefined : codec(text);
    if (codec === undefined) errors.push({ pointer, code: "unknown", detail: "This parameter is not known here." });
    else if (values.has(name))
      errors.push({ pointer, code: "repeated", detail: "Give this parameter once; lists are separated by commas." });
    else if (value === undefined) errors.push({ pointer, code: "type", detail: "Does not have the form of this parameter." });
    else values.set(name, value);
  }
  if (errors.length > 0) throw new Fault("malformed", { errors: errors.slice(0, 50) });
  return Object.fromEntries(values);
}
