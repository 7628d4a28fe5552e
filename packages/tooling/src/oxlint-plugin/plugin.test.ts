import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../../..");
const fixtures = join(import.meta.dirname, "fixtures");

type Finding = { file: string; rule: string };

/** Copies a fixture tree beside the real configuration, so that its path-bound overrides apply as they do in the repository. */
function stage(kind: "bad" | "good"): string {
  const folder = mkdtempSync(join(tmpdir(), "lint-"));
  cpSync(join(fixtures, kind), folder, { recursive: true });
  const plugin = join(import.meta.dirname, "index.ts");
  const config = readFileSync(join(root, ".oxlintrc.json"), "utf8").replace("./packages/tooling/src/oxlint-plugin/index.ts", plugin);
  writeFileSync(join(folder, ".oxlintrc.json"), config);
  return folder;
}

function lint(folder: string): Finding[] {
  const run = spawnSync(join(root, "node_modules/.bin/oxlint"), ["-f", "json"], { cwd: folder, encoding: "utf8" });
  const report = JSON.parse(run.stdout) as { diagnostics: { code: string; filename: string }[] };
  return report.diagnostics.map(({ code, filename }) => ({ file: relative(folder, resolve(folder, filename)), rule: code }));
}

function bad(folder: string, file: string, lines: string[]): void {
  mkdirSync(join(folder, file, ".."), { recursive: true });
  writeFileSync(join(folder, file), lines.join("\n"));
}

const counted = (length: number, line: (index: number) => string): string[] => Array.from({ length }, (_, index) => line(index));

describe("the lint rules", { timeout: 60_000 }, () => {
  const badFolder = stage("bad");
  const goodFolder = stage("good");
  let found: Finding[] = [];

  beforeAll(() => {
    bad(
      badFolder,
      "packages/claims/src/long.ts",
      counted(301, (index) => `export const n${index} = ${index};`),
    );
    const body = counted(61, (index) => `  step(${index});`);
    bad(badFolder, "packages/claims/src/tall.ts", ["export function tall(step: (n: number) => void): void {", ...body, "}"]);
    bad(
      badFolder,
      "apps/web/src/app/page.tsx",
      counted(56, (index) => `export const n${index} = ${index};`),
    );
    bad(
      goodFolder,
      "packages/claims/src/long.test.ts",
      counted(390, (index) => `export const n${index} = ${index};`),
    );
    found = lint(badFolder);
  }, 60_000);
  afterAll(() => {
    for (const folder of [badFolder, goodFolder]) rmSync(folder, { recursive: true });
  });

  const named = readdirSync(join(fixtures, "bad"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, rule: /^\/\/ breaks (\S+)/.exec(readFileSync(join(fixtures, "bad", file), "utf8"))?.[1] ?? "no rule named" }));

  it.each(named)("$rule fires on $file", ({ file, rule }) => {
    expect(found).toContainEqual({ file, rule });
  });

  it.each([
    { file: "packages/claims/src/long.ts", rule: "eslint(max-lines)" },
    { file: "packages/claims/src/tall.ts", rule: "eslint(max-lines-per-function)" },
    { file: "apps/web/src/app/page.tsx", rule: "eslint(max-lines)" },
  ])("$rule fires on $file, one line over the limit", (expected) => {
    expect(found).toContainEqual(expected);
  });

  it("has a bad fixture for every rule of the plugin", () => {
    const rules = readdirSync(join(import.meta.dirname, "rules")).map((file) => `upstream(${file.replace(".ts", "")})`);
    for (const rule of rules) expect(named.map((each) => each.rule)).toContain(rule);
  });

  it("keeps quiet on the good fixtures", () => {
    expect(lint(goodFolder)).toEqual([]);
  });

  it("refuses a file name it cannot find instead of passing", () => {
    expect(() => execFileSync(join(root, "node_modules/.bin/oxlint"), ["no-such-folder"], { cwd: badFolder, stdio: "pipe" })).toThrow(
      "Command failed",
    );
  });
});
