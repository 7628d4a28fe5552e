import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { spawnGroup, stopTogether } from "./command-group.mjs";
import { findBrowser } from "./find-browser.ts";
import { readPlaywright, readVitest, sumCounts } from "./read-counts.ts";
import type { Counts } from "./read-counts.ts";

const root = resolve(import.meta.dirname, "../../../..");
const reports = join(root, ".upstream", "reports");
const guards = ["typecheck", "lint", "lint:migrations", "depcruise", "knip", "checks", "schema", "format:check"];

type Suite = { name: string; run(): Promise<Counts> };

function runCommand(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  return new Promise((done) => {
    const child = spawnGroup(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "inherit", "inherit"] });
    child.once("error", () => done(false));
    child.once("close", (code) => done(code === 0));
  });
}

async function runGuards(): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const guard of guards) {
    const isGreen = await runCommand("npm", ["run", "--silent", guard]);
    process.stdout.write(`  ${isGreen ? "ok    " : "FAILED"} ${guard}\n`);
    counts[isGreen ? "passed" : "failed"] += 1;
  }
  return counts;
}

async function runVitest(project: string): Promise<Counts> {
  const report = join(reports, `${project}.json`);
  const isGreen = await runCommand("vitest", [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const counts = readVitest(report);
  return !isGreen && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function runBrowserTests(): Promise<Counts> {
  const report = join(reports, "e2e.json");
  const browser = await findBrowser();
  const isGreen = await runCommand("npm", ["run", "--silent", "e2e:run"], {
    UPSTREAM_CHROMIUM: browser,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  const counts = readPlaywright(report);
  return !isGreen && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const suites: Suite[] = [
  { name: "guards", run: runGuards },
  { name: "unit", run: () => runVitest("unit") },
  { name: "db", run: () => runVitest("db") },
  { name: "e2e", run: runBrowserTests },
];

stopTogether(130);
const { positionals } = parseArgs({ allowPositionals: true });
const chosen = suites.filter((suite) => positionals.length === 0 || positionals.includes(suite.name));
mkdirSync(reports, { recursive: true });
const results: Counts[] = [];
for (const suite of chosen) {
  const from = performance.now();
  process.stdout.write(`\n${suite.name}\n`);
  const counts = await suite.run();
  results.push(counts);
  process.stdout.write(
    `${suite.name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${Math.round((performance.now() - from) / 1000)} s\n`,
  );
}
const total = sumCounts(results);
process.stdout.write(`\n${total.skipped} skipped\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 && results.length > 0 ? 0 : 1;
