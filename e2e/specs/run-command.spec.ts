import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startProduct } from "@upstream/tooling/start-product";
import { Api } from "../fixtures/api.ts";
import { expect, test } from "../fixtures/test.ts";

function processesNaming(text: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(text);
      } catch {
        return false;
      }
    });
}

test("the run command takes another port, keeps its data over a restart, and leaves nothing running", async () => {
  test.skip(process.platform !== "linux", "Processes are listed from /proc, which only Linux has");
  const stateDir = mkdtempSync(join(tmpdir(), "upstream-run-"));
  const taken = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => taken.once("listening", done));
  const port = (taken.address() as AddressInfo).port;
  try {
    const first = await startProduct({ stateDir, env: { PORT: String(port) } });
    expect(new URL(first.url).port).not.toBe(String(port));
    expect(first.apiUrl).toBe(`${first.url}/api/v1`);
    expect(statSync(join(stateDir, "running.json")).mode & 0o077).toBe(0);
    expect(first.accounts.map((account) => account.role)).toEqual([
      "owner",
      "admin",
      "analyst",
      "viewer",
      "owner",
      "owner",
      "owner",
      "superuser",
    ]);
    expect(await first.stop()).toBe(0);
    expect(existsSync(join(stateDir, "running.json"))).toBe(false);
    expect(processesNaming(stateDir)).toEqual([]);

    const second = await startProduct({ stateDir });
    const owner = second.accounts[0]!;
    expect(owner).toEqual(first.accounts[0]);
    await new Api(second.apiUrl).signIn(owner.email, owner.password);
    expect(await second.stop()).toBe(0);
  } finally {
    taken.close();
    rmSync(stateDir, { recursive: true, force: true });
  }
});

test("a stopped npm takes the product with it, though its shell passes no signal on", async () => {
  test.skip(process.platform !== "linux", "Processes are listed from /proc, which only Linux has");
  const stateDir = mkdtempSync(join(tmpdir(), "upstream-run-"));
  const npm = spawn("npm", ["run", "up", "--", "--empty", "--state", stateDir], {
    cwd: resolve(import.meta.dirname, "../.."),
    stdio: "ignore",
  });
  try {
    await expect.poll(() => existsSync(join(stateDir, "running.json")), { timeout: 120_000 }).toBe(true);
    expect(processesNaming(stateDir)).not.toEqual([]);
    npm.kill("SIGTERM");
    await expect.poll(() => processesNaming(stateDir), { timeout: 40_000 }).toEqual([]);
    expect(existsSync(join(stateDir, "running.json"))).toBe(false);
  } finally {
    npm.kill("SIGKILL");
    rmSync(stateDir, { recursive: true, force: true });
  }
});

test("a flag that is not known, or a port that is none, ends the run command with the list of its flags", () => {
  for (const flags of [["--foo"], ["--port", "x"]]) {
    const { status, stderr } = spawnSync("npm", ["run", "--silent", "up", "--", ...flags], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toContain("npm run up -- [--empty] [--port N] [--state DIR]");
  }
});
