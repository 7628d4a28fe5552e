import { describe, expect, it } from "vitest";
import { addExport, addImport, addItem } from "./registry.ts";

describe("a registry line", () => {
  it("puts an import where it sorts, after the ones from packages", () => {
    const text = 'import { z } from "zod";\nimport { a } from "./a.ts";\nimport { c } from "./c.ts";\n';
    expect(addImport(text, 'import { b } from "./b.ts";').split("\n")[2]).toBe('import { b } from "./b.ts";');
    expect(addImport(text, 'import { d } from "./d.ts";').split("\n")[3]).toBe('import { d } from "./d.ts";');
  });

  it("appends to an array on one line and on many", () => {
    expect(addItem("export const all = [a, [b]];", /export const all = \[/, "c")).toBe("export const all = [a, [b],\n  c,\n];");
    expect(addItem("export const all = [\n  a,\n];", /export const all = \[/, "c")).toBe("export const all = [\n  a,\n  c,\n];");
    expect(addItem("export const all = [];", /export const all = \[/, "c")).toBe("export const all = [\n  c,\n];");
  });

  it("puts an export where it sorts, behind exports of several lines", () => {
    const text = 'export { a } from "./a.ts";\nexport {\n  b,\n} from "./b.ts";\nexport { d } from "./d.ts";\n';
    expect(addExport(text, 'export { c } from "./c.ts";').split("\n").slice(3, 6)).toEqual([
      '} from "./b.ts";',
      'export { c } from "./c.ts";',
      'export { d } from "./d.ts";',
    ]);
  });

  it("refuses a registry it does not recognise and a name that is taken", () => {
    expect(() => addItem("export const some = [];", /export const all = \[/, "c")).toThrow("not the file that was expected");
    expect(() => addImport('import { a } from "./a.ts";', 'import { a } from "./a.ts";')).toThrow("already there");
  });
});
