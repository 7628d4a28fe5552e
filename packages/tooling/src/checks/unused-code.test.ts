import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../../..");

const good = {
  "package.json": '{ "name": "sample", "type": "module", "workspaces": ["packages/*"] }',
  "packages/claims/package.json":
    '{ "name": "@upstream/claims", "type": "module", "exports": { ".": "./src/index.ts" }, "dependencies": { "zod": "4" } }',
  "packages/claims/src/index.ts": 'export { used } from "./used.ts";',
  "packages/claims/src/used.ts": 'import { z } from "zod";\nexport const used = z;',
};

/** Runs knip with the repository's configuration on a small workspace. */
function knip(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "unused-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  cpSync(join(root, "knip.json"), join(folder, "knip.json"));
  const args = ["--no-progress", "--no-config-hints", "--include", "files,exports,dependencies,unlisted", "--workspace", "packages/claims"];
  const run = spawnSync(join(root, "node_modules/.bin/knip"), args, { cwd: folder, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return run.status === 0 ? "" : `${run.stdout}${run.stderr}`;
}

describe("the search for unused code", { timeout: 60_000 }, () => {
  it("keeps quiet when everything is used and declared", () => {
    expect(knip(good)).toBe("");
  });

  it("finds a file nobody imports, an export nobody uses, and packages unused or undeclared", () => {
    const report = knip({
      ...good,
      "packages/claims/package.json": good["packages/claims/package.json"].replace('"zod": "4"', '"zod": "4", "idle-package": "1"'),
      "packages/claims/src/used.ts": `${good["packages/claims/src/used.ts"]}\nexport const idle = 1;`,
      "packages/claims/src/lonely.ts": "export const lonely = 1;",
      "packages/claims/src/index.ts": 'import "undeclared-package";\nexport { used } from "./used.ts";',
    });
    for (const found of ["lonely.ts", "idle ", "idle-package", "undeclared-package"]) expect(report).toContain(found);
  });
});
