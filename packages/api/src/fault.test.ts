import { TRPCError } from "@trpc/server";
import { DomainError } from "@upstream/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { errorTable, problemCodeOf } from "./error-table.ts";
import { Fault, faultOf } from "./fault.ts";
import { fieldErrorsOf, pointerOf } from "./field-errors.ts";
import { problemOf, problemSchema } from "./problem.ts";

const requestId = "0192f0c1-7b3a-7c21-9a44-3f5b2a1c0d9e";

function zodError(schema: z.ZodType, value: unknown): z.ZodError {
  const result = schema.safeParse(value);
  if (result.success) throw new Error("was accepted");
  return result.error;
}

describe("faults", () => {
  it.each(Object.entries(problemCodeOf))("gives the domain's %s its problem", (code, problem) => {
    expect(faultOf(new DomainError(code as never)).code).toBe(problem);
    expect(faultOf(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: new DomainError(code as never) })).code).toBe(problem);
  });

  it.each([
    ["text"],
    [undefined],
    [{ code: "NOT_FOUND" }],
    [new Error("password=hunter2")],
    [new TypeError("x")],
    [new TRPCError({ code: "INTERNAL_SERVER_ERROR" })],
  ])("calls %s internal", (error) => {
    expect(faultOf(error).code).toBe("internal");
  });

  it("calls an input that breaks its schema invalid, and an output that does so internal", () => {
    const cause = zodError(z.number(), "x");
    expect(faultOf(new TRPCError({ code: "BAD_REQUEST", cause })).code).toBe("invalid");
    expect(faultOf(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause })).code).toBe("internal");
  });

  it("keeps reason, fields and the time to wait of a domain error", () => {
    const errors = [{ pointer: "/a", code: "b", detail: "c" }];
    expect(faultOf(new DomainError("LIMITED", { reason: "r", retryAfterSeconds: 7, errors })).detail).toEqual({
      reason: "r",
      retryAfterSeconds: 7,
      errors,
    });
  });

  it("tells nothing but the request id of a failure on our side", () => {
    const problem = problemOf(new Fault("internal", { reason: "r", errors: [{ pointer: "/a", code: "b", detail: "c" }] }), requestId);
    expect(problem).toEqual({
      type: expect.any(String),
      title: "Internal error",
      status: 500,
      detail: errorTable.internal.detail,
      instance: `urn:uuid:${requestId}`,
      code: "internal",
      errors: [],
    });
  });

  it.each(Object.keys(errorTable))("describes %s as its schema says", (code) => {
    expect(problemSchema.safeParse(problemOf(new Fault(code as never), requestId)).success).toBe(true);
  });
});

describe("field errors", () => {
  it("names every refused field by pointer and rule, and no value", () => {
    const schema = z.strictObject({
      name: z.string().max(3),
      kind: z.enum(["a", "b"]),
      at: z.iso.date(),
      count: z.number().multipleOf(5),
      list: z.array(z.number()).min(2),
    });
    const found = fieldErrorsOf(
      zodError(schema, { name: "secret", kind: "secret", at: "secret", count: 7, list: ["secret"], "se/cr~et": 1 }),
    );
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`).toSorted()).toEqual([
      "/at invalid_format",
      "/count not_multiple_of",
      "/kind invalid_value",
      "/list too_small",
      "/list/0 invalid_type",
      "/name too_big",
      "/se~1cr~0et unknown",
    ]);
    expect(found.map(({ detail }) => detail).join()).not.toContain("secret");
  });

  it("names the choices where one word decides between forms", () => {
    const schema = z.discriminatedUnion("action", [
      z.strictObject({ action: z.literal("take") }),
      z.strictObject({ action: z.literal("leave"), why: z.string() }),
    ]);
    const expected = { pointer: "/action", code: "invalid_union", detail: "Expected one of take, leave." };
    expect(fieldErrorsOf(zodError(schema, { action: "secret" }))).toEqual([expected]);
    expect(fieldErrorsOf(zodError(z.union([z.string(), z.number()]), true))[0]?.detail).toBe("Does not have an accepted form.");
  });

  it("cuts long names and long lists", () => {
    expect(pointerOf(["x".repeat(500)])).toHaveLength(65);
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`k${index}`, 1]));
    expect(fieldErrorsOf(zodError(z.strictObject({}), many))).toHaveLength(50);
  });

  it("keeps our own words for a rule between fields", () => {
    const schema = z
      .strictObject({ a: z.number(), b: z.number() })
      .refine(({ a, b }) => a < b, { path: ["b"], error: "Ends before it begins" });
    expect(fieldErrorsOf(zodError(schema, { a: 2, b: 1 }))).toEqual([{ pointer: "/b", code: "custom", detail: "Ends before it begins" }]);
  });
});
