import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { rm, writeFile, chown } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Binaries } from "./locate-binaries.ts";
import { isAlive } from "./owner-file.ts";
import type { ServerUser } from "./server-user.ts";

export type Server = { binaries: Binaries; user: ServerUser; cluster: string; logFile: string };

const INITDB_FLAGS = ["--encoding=UTF8", "--locale=C", "--no-sync", "--auth=scram-sha-256", "--username=postgres"];
/** Data of a refused row never reach the log: no DETAIL, no statement text. */
const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "timezone=UTC",
  "log_timezone=UTC",
  "max_connections=200",
  "shared_buffers=256MB",
  "max_wal_size=2GB",
  "jit=off",
  "log_error_verbosity=terse",
  "log_min_error_statement=panic",
];
const UNSAFE_SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

function run(server: Server, program: string, args: string[]): Promise<void> {
  return new Promise((done, fail) => {
    const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
    const child = spawn(program, args, {
      ...server.user,
      env,
      cwd: server.user === undefined ? undefined : "/",
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done() : fail(new Error(`${program} ended with ${code}: ${output.trim()}`))));
  });
}

/** Makes a new cluster whose superuser `postgres` has that password; an unfinished one is made anew. */
export async function initCluster(server: Server, password: string): Promise<void> {
  const passwordFile = `${server.cluster}.password`;
  await rm(server.cluster, { recursive: true, force: true });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (server.user !== undefined) await chown(passwordFile, server.user.uid, server.user.gid);
  try {
    await run(server, server.binaries.initdb, [`--pgdata=${server.cluster}`, `--pwfile=${passwordFile}`, ...INITDB_FLAGS]);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

export async function startServer(server: Server, options: { port: number; fsync: boolean }): Promise<void> {
  const settings = [...SETTINGS, `port=${options.port}`, ...(options.fsync ? [] : UNSAFE_SETTINGS)];
  const flags = settings.map((setting) => `-c ${setting}`).join(" ");
  await run(server, server.binaries.pgCtl, ["start", "-w", "-t", "60", "-D", server.cluster, "-l", server.logFile, "-o", flags]);
}

export async function stopServer(server: Server): Promise<void> {
  if (runningServer(server) === undefined) return;
  await run(server, server.binaries.pgCtl, ["stop", "-w", "-t", "60", "-m", "fast", "-D", server.cluster]);
}

/** For the exit event, where nothing can be awaited. */
export function stopServerNow(server: Server): void {
  spawnSync(server.binaries.pgCtl, ["stop", "-w", "-t", "10", "-m", "fast", "-D", server.cluster], { ...server.user, stdio: "ignore" });
}

function isPostgresOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, "utf8").split("\0").includes(cluster);
}

/** The running server of that cluster; a lock file whose number belongs to a stranger by now is removed. */
export function runningServer(server: Server): { pid: number; port: number } | undefined {
  const lock = join(server.cluster, "postmaster.pid");
  if (!existsSync(lock)) return undefined;
  const lines = readFileSync(lock, "utf8").split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  const port = Number.parseInt(lines[3] ?? "", 10);
  if (isPostgresOf(pid, server.cluster)) return { pid, port };
  if (isAlive(pid)) rmSync(lock);
  return undefined;
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = address !== null && typeof address === "object" ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
