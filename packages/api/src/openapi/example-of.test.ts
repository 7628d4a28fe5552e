import { zDate, zId, zText } from "@upstream/core/schemas";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cleanSchema } from "./clean-schema.ts";
import { exampleOf } from "./example-of.ts";
import type { JsonSchema } from "./types.ts";

const schema = z.strictObject({
  alertId: zId("alert"),
  name: zText(20),
  from: zDate,
  raisedAt: z.iso.datetime(),
  paidCents: z.number().int(),
  rate: z.number().min(0).max(1),
  limit: z.number().int().min(1).default(50),
  kind: z.enum(["a", "b"]),
  fixed: z.literal("x"),
  isOpen: z.boolean(),
  ids: z.array(zId("alert")),
  maybe: z.string().nullable(),
});

describe("example of a schema", () => {
  const json = cleanSchema(z.toJSONSchema(schema, { io: "input" })) as JsonSchema;

  it("is accepted by the schema it was made from", () => {
    expect(schema.safeParse(exampleOf(json)).success).toBe(true);
  });

  it("is the same each time and speaks the product's forms", () => {
    expect(exampleOf(json)).toEqual(exampleOf(json));
    expect(exampleOf(json)).toMatchObject({
      from: "2026-03-31",
      raisedAt: "2026-03-31T14:05:00.000Z",
      paidCents: 125_000,
      rate: 0.12,
      limit: 50,
      kind: "a",
      fixed: "x",
    });
  });

  it("renames the entity and drops marks and patterns that the format says", () => {
    const properties = json["properties"] as Record<string, JsonSchema>;
    expect(properties["alertId"]).toEqual({ type: "string", format: "uuid", "x-entity": "alert" });
  });
});
