import type { AnyProcedure } from "@trpc/server";
import { z } from "zod";
import { cleanSchema } from "../openapi/clean-schema.ts";
import { exampleOf } from "../openapi/example-of.ts";
import type { JsonSchema } from "../openapi/types.ts";
import { walkInput } from "./walk-input.ts";
import type { InputField } from "./walk-input.ts";

function setAt(target: unknown, path: readonly string[], value: string): void {
  const [head, ...rest] = path;
  if (head === undefined || typeof target !== "object" || target === null) return;
  const holder = target as Record<string, unknown>;
  if (rest.length > 0) return setAt(holder[head], rest, value);
  holder[head] = Array.isArray(holder[head]) ? [value] : value;
}

/** The id fields of a procedure's input. */
export function idFields(procedure: AnyProcedure): InputField[] {
  const input = (procedure._def.inputs as z.ZodType[])[0];
  return input === undefined ? [] : walkInput(input).fields.filter((field) => field.entity !== undefined);
}

/** A valid input made from the procedure's schema, with `overrides` where a schema alone cannot say it; cursors are left out. */
export function exampleInput(procedure: AnyProcedure, overrides: Record<string, unknown> = {}): Record<string, unknown> {
  const input = (procedure._def.inputs as z.ZodType[])[0];
  if (input === undefined) return {};
  const schema = cleanSchema(z.toJSONSchema(input, { io: "input", unrepresentable: "any" })) as JsonSchema;
  const example = exampleOf(schema) as Record<string, unknown>;
  delete example["cursor"];
  return { ...example, ...overrides };
}

/** Only the fields that an input cannot do without. */
export function requiredInput(procedure: AnyProcedure): Record<string, unknown> {
  const input = (procedure._def.inputs as z.ZodType[])[0];
  if (input === undefined) return {};
  const { required = [] } = z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
  const example = exampleInput(procedure);
  return Object.fromEntries(required.map((name) => [name, example[name]]));
}

/** The same input with `id` in one of its id fields. */
export function withId(input: Record<string, unknown>, field: InputField, id: string): Record<string, unknown> {
  const copy = structuredClone(input);
  setAt(copy, field.path, id);
  return copy;
}
