import { describe, expect, it } from "vitest";
import { splitStatements } from "./split-statements.ts";

describe("splitStatements", () => {
  const cases = [
    { name: "two plain statements", sql: "SELECT 1; SELECT 2;", expected: ["SELECT 1", "SELECT 2"] },
    { name: "a last one without an end", sql: "SELECT 1;\nSELECT 2\n", expected: ["SELECT 1", "SELECT 2"] },
    { name: "a semicolon in a string with a doubled quote", sql: "SELECT 'a;''b;'; SELECT 2", expected: ["SELECT 'a;''b;'", "SELECT 2"] },
    { name: "a semicolon in an escape string", sql: "SELECT E'\\';'; SELECT 2", expected: ["SELECT E'\\';'", "SELECT 2"] },
    { name: "a semicolon in a name", sql: 'SELECT 1 AS "a;b"; SELECT 2', expected: ['SELECT 1 AS "a;b"', "SELECT 2"] },
    {
      name: "a dollar-quoted body",
      sql: "DO $x$ BEGIN a; $$ b; $$ END $x$; SELECT 2",
      expected: ["DO $x$ BEGIN a; $$ b; $$ END $x$", "SELECT 2"],
    },
    { name: "a parameter that is no dollar quote", sql: "SELECT $1; SELECT $2", expected: ["SELECT $1", "SELECT $2"] },
    { name: "nested comments", sql: "SELECT 1 /* a; /* b; */ c; */; SELECT 2", expected: ["SELECT 1 /* a; /* b; */ c; */", "SELECT 2"] },
    { name: "comments of one line only", sql: "-- no-transaction; really\n;\n-- end", expected: [] },
  ];
  it.each(cases)("keeps $name", ({ sql, expected }) => {
    expect(splitStatements(sql)).toEqual(expected);
  });
});
