import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const scripts = { good: "node -e 0", bad: "node -e process.exit(3)" };

function verify(...names: string[]): { status: number | null; text: string } {
  const folder = mkdtempSync(join(tmpdir(), "verify-"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "sample", scripts }));
  const run = spawnSync(process.execPath, [join(import.meta.dirname, "verify.ts"), ...names], { cwd: folder, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return { status: run.status, text: run.stdout + run.stderr };
}

describe("npm run verify", { timeout: 60_000 }, () => {
  it("passes when every script does", () => {
    expect(verify("good", "::", "good").status).toBe(0);
  });

  it("runs the others to their end and fails when one does", () => {
    const { status, text } = verify("::", "bad", "good");
    expect(status).toBe(1);
    expect(text).toMatch(/FAILED +bad/);
    expect(text).toMatch(/ok +good/);
  });

  it("stops before the checks when what they stand on fails", () => {
    const { status, text } = verify("bad", "::", "good");
    expect(status).toBe(1);
    expect(text).not.toContain("ok");
  });

  it("fails on a script that does not exist and on no script at all", () => {
    expect(verify("::", "missing").status).toBe(1);
    expect(verify().status).toBe(1);
  });
});
