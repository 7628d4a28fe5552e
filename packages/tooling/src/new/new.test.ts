import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyPlan } from "./apply-plan.ts";
import { generators } from "./generators.ts";

const root = resolve(import.meta.dirname, "../../../..");
const bin = (name: string): string => join(root, "node_modules/.bin", name);

const samples = [
  { kind: "rule", name: "sample-rule", registry: "packages/claims/src/rules/index.ts", line: "sampleRule" },
  { kind: "signal", name: "sample-signal", registry: "packages/drift/src/signals/index.ts", line: "sampleSignal" },
  { kind: "channel", name: "sample-channel", registry: "packages/alerts/src/channels/index.ts", line: "sampleChannel" },
  { kind: "verb", name: "tenancy/members/pause-member", registry: "packages/tenancy/src/index.ts", line: "pauseMember" },
  { kind: "page", name: "sample-page", registry: "apps/web/src/features/navigation/entries.ts", line: 'path: "/sample-page"' },
  { kind: "workflow", name: "sample-workflow", registry: "packages/workflows/src/functions/index.ts", line: "sampleWorkflow" },
];

const left = new Set([".next", ".turbo", "public", "tsconfig.tsbuildinfo"]);

/** A copy of the sources that generators touch; everything else is reached through the real node_modules. */
function stage(): string {
  const folder = mkdtempSync(join(tmpdir(), "new-"));
  for (const path of ["tsconfig.base.json", ".oxlintrc.json", ".oxfmtrc.json"]) cpSync(join(root, path), join(folder, path));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const part of ["claims", "drift", "alerts", "tenancy", "workflows", "tooling"]
    .map((name) => `packages/${name}`)
    .concat("apps/web")) {
    mkdirSync(join(folder, part), { recursive: true });
    for (const entry of readdirSync(join(root, part))) {
      if (entry === "node_modules") symlinkSync(join(root, part, entry), join(folder, part, entry));
      else if (!left.has(entry)) cpSync(join(root, part, entry), join(folder, part, entry), { recursive: true });
    }
  }
  return folder;
}

/** What the compiler says about these files or about the project; faults elsewhere are for the tree's own typecheck. */
function compilerFaults(folder: string, files: readonly string[]): string[] {
  const { stdout } = spawnSync(bin("tsc"), ["--noEmit", "--pretty", "false", "-p", "tsconfig.json"], { cwd: folder, encoding: "utf8" });
  return stdout.split("\n").filter((line) => line.startsWith("error ") || files.some((file) => line.startsWith(`${file}(`)));
}

describe("npm run new", { timeout: 240_000 }, () => {
  let folder = "";
  const touched = new Map<string, string[]>();

  beforeAll(() => {
    folder = stage();
    for (const { kind, name } of samples) touched.set(kind, applyPlan(folder, generators[kind]!(name)));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it("knows a sample for every kind", () => {
    expect(samples.map(({ kind }) => kind)).toEqual(Object.keys(generators));
  });

  it.each(samples)("writes a $kind with its test and its registry line", ({ kind, registry, line }) => {
    const paths = touched.get(kind) ?? [];
    expect(paths.some((path) => /\.test\.tsx?$/.test(path))).toBe(true);
    expect(readFileSync(join(folder, registry), "utf8")).toContain(line);
  });

  it("writes code that the compiler accepts", () => {
    const files = [...touched.values()].flat();
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ extends: "./apps/web/tsconfig.json", compilerOptions: { incremental: false }, files, include: [] }),
    );
    expect(compilerFaults(folder, files)).toEqual([]);
  });

  it("writes code that the linter and the formatter accept", () => {
    const files = [...touched.values()].flat();
    spawnSync(bin("oxfmt"), files, { cwd: folder });
    const run = spawnSync(bin("oxlint"), files, { cwd: folder, encoding: "utf8" });
    expect(run.stdout).toContain("0 errors");
  });

  it("puts rule, signal and channel where the product finds them", async () => {
    const load = (path: string): Promise<Record<string, { id: string }[]>> => import(join(folder, path));
    const ids = async (path: string, list: string): Promise<(string | undefined)[]> => ((await load(path))[list] ?? []).map(({ id }) => id);
    expect(await ids("packages/claims/src/rules/index.ts", "rules")).toContain("SAMPLE_RULE");
    expect(await ids("packages/drift/src/signals/index.ts", "signals")).toContain("SAMPLE_SIGNAL");
    expect(await ids("packages/alerts/src/channels/index.ts", "channelKinds")).toContain("sample-channel");
  });

  it("refuses a name that is taken, one in another spelling, and a verb without a noun", () => {
    expect(() => applyPlan(folder, generators["rule"]!("sample-rule"))).toThrow("exists already");
    expect(() => generators["rule"]!("SampleRule")).toThrow("kebab-case");
    expect(() => generators["verb"]!("tenancy/members/pause")).toThrow("what it acts on");
    expect(() => generators["verb"]!("core/members/pause-member")).toThrow("the package is one of");
  });
});
