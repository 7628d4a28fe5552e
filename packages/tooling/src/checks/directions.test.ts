import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../../..");
const fixtures = join(import.meta.dirname, "fixtures/directions");
const config = join(root, ".dependency-cruiser.cjs");
const outside = ["zod", "pg", "@prisma/client", "@prisma/adapter-pg", "inngest", "pg-boss", "@trpc/server", "react"];

type Finding = { from: string; rule: string };

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Builds a small workspace with the real packages' exports, stand-ins for outside packages, and the fixture's files. */
function stage(...kinds: ("good" | "bad")[]): string {
  const folder = mkdtempSync(join(tmpdir(), "directions-"));
  for (const kind of kinds) cpSync(join(fixtures, kind), folder, { recursive: true });
  write(
    join(folder, "packages/drift/src/runs/run-drift.db.test.ts"),
    'import { testDatabase } from "@upstream/db/testing";\nexport const seen = testDatabase;',
  );
  cpSync(join(root, "tsconfig.base.json"), join(folder, "tsconfig.base.json"));
  write(join(folder, "package.json"), '{"type":"module"}');
  mkdirSync(join(folder, "node_modules/@upstream"), { recursive: true });
  for (const name of readdirSync(join(folder, "packages"))) {
    const manifest = join(root, "packages", name, "package.json");
    if (existsSync(manifest)) cpSync(manifest, join(folder, "packages", name, "package.json"));
    symlinkSync(join(folder, "packages", name), join(folder, "node_modules/@upstream", name));
  }
  for (const name of outside) {
    write(join(folder, "node_modules", name, "package.json"), JSON.stringify({ name, type: "module", exports: "./index.js" }));
    write(join(folder, "node_modules", name, "index.js"), "export {};");
  }
  return folder;
}

function cruise(folder: string): Finding[] {
  const args = ["packages", "apps", "e2e", "prisma", "--config", config, "--output-type", "json"];
  const run = spawnSync(join(root, "node_modules/.bin/depcruise"), args, { cwd: folder, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const report = JSON.parse(run.stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return report.summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
}

describe("the direction rules", { timeout: 60_000 }, () => {
  const folder = stage("good", "bad");
  const found = cruise(folder);
  const goodFolder = stage("good");
  afterAll(() => {
    for (const each of [folder, goodFolder]) rmSync(each, { recursive: true });
  });

  const named = readdirSync(join(fixtures, "bad"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((from) => {
      const rule = /^\/\/ breaks (\S+)/.exec(readFileSync(join(fixtures, "bad", from), "utf8"))?.[1];
      return rule === undefined ? [] : [{ from, rule }];
    });

  it.each(named)("$rule fires on $from", (expected) => {
    expect(found).toContainEqual(expected);
  });

  it("has a bad fixture for every rule", () => {
    const rules = (createRequire(import.meta.url)(config) as { forbidden: { name: string }[] }).forbidden.map(({ name }) => name);
    expect(new Set(named.map(({ rule }) => rule))).toEqual(new Set(rules));
  });

  it("keeps quiet on the good fixtures", () => {
    expect(cruise(goodFolder)).toEqual([]);
  });
});
