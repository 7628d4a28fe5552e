import { pageInput, zDate, zId, zText } from "@upstream/core/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Fault } from "../fault.ts";
import { codecOf, readQuery } from "./query-codecs.ts";

const shape = z.strictObject({
  ...pageInput,
  isOpen: z.boolean().optional(),
  from: zDate.optional(),
  status: z.array(z.enum(["open", "resolved"])).optional(),
  minChange: z.number().min(0).max(1).optional(),
  payerId: zId("payer").optional(),
  search: zText(80).optional(),
  assignee: z.union([zId("user"), z.literal("none")]).optional(),
}).shape;
const codecs = new Map(Object.entries(shape).map(([name, schema]) => [name, codecOf(schema)]));

function refusal(search: string): { code: string; errors: unknown } {
  try {
    readQuery(search, codecs);
  } catch (error) {
    if (error instanceof Fault) return { code: error.code, errors: error.detail.errors };
  }
  throw new Error("was not refused");
}

describe("query codecs", () => {
  it("reads every declared form", () => {
    expect(
      readQuery("?limit=20&isOpen=false&from=2026-01-02&status=open,resolved&minChange=0.05&search=a+b%26c&assignee=none", codecs),
    ).toEqual({
      limit: 20,
      isOpen: false,
      from: "2026-01-02",
      status: ["open", "resolved"],
      minChange: 0.05,
      search: "a b&c",
      assignee: "none",
    });
  });

  it("reads nothing as no parameters", () => {
    expect(readQuery("", codecs)).toEqual({});
    expect(readQuery("?", codecs)).toEqual({});
  });

  it.each(["limit=", "limit=%20", "limit=1.0", "limit=1e3", "limit=0x10", "limit=+5", "limit=null", "limit=9999999999999999"])(
    "refuses %s as an integer",
    (search) => {
      expect(refusal(search)).toEqual({ code: "malformed", errors: [{ pointer: "/limit", code: "type", detail: expect.any(String) }] });
    },
  );

  it.each(["isOpen=", "isOpen=1", "isOpen=TRUE", "isOpen=no"])("refuses %s as a boolean", (search) => {
    expect(refusal(search).errors).toEqual([expect.objectContaining({ pointer: "/isOpen", code: "type" })]);
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "Limit"])("refuses the unknown parameter %s", (name) => {
    expect(refusal(`${name}=1`).errors).toEqual([expect.objectContaining({ pointer: `/${name}`, code: "unknown" })]);
  });

  it("refuses a repeated parameter and empty list items", () => {
    expect(refusal("limit=1&limit=1").errors).toEqual([expect.objectContaining({ code: "repeated" })]);
    expect(refusal("status=open&status=resolved").errors).toEqual([expect.objectContaining({ code: "repeated" })]);
    expect(refusal("status=open,").errors).toEqual([expect.objectContaining({ code: "type" })]);
  });

  it("refuses broken percent encoding and NUL", () => {
    expect(refusal("search=%ff").code).toBe("malformed");
    expect(refusal("search=%00").code).toBe("malformed");
  });

  it("names every refused parameter at once, and no value", () => {
    const { errors } = refusal("nope=secret&limit=alsosecret");
    expect(errors).toHaveLength(2);
    expect(JSON.stringify(errors)).not.toContain("secret");
  });

  it("never answers anything but declared names or a refusal, for any query string", () => {
    fc.assert(
      fc.property(fc.string(), (search) => {
        try {
          expect(Object.keys(readQuery(search, codecs)).every((key) => codecs.has(key))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(Fault);
        }
      }),
    );
  });

  it("refuses at start a schema that no query string can carry", () => {
    expect(() => codecOf(z.object({ a: z.string() }))).toThrow("cannot be object");
  });
});
