import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../../..");

function format(text: string): string {
  const args = ["--stdin-filepath", "packages/claims/src/sample.ts"];
  return spawnSync(resolve(root, "node_modules/.bin/oxfmt"), args, { cwd: root, input: text, encoding: "utf8" }).stdout;
}

describe("the formatter", { timeout: 60_000 }, () => {
  it("rewrites what is not in the repository's form", () => {
    expect(format("export const a = {b:'c'}")).toBe('export const a = { b: "c" };\n');
  });

  it("leaves a line of 140 characters alone and breaks a longer one", () => {
    const line = (length: number): string => `export const sum = one(${"a".repeat(length - 28)}, b);\n`;
    expect(format(line(140))).toBe(line(140));
    expect(format(line(141)).split("\n").length).toBeGreaterThan(2);
  });
});
