import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { join, resolve } from "node:path";
import type { Client } from "pg";

/** The repository. */
export const root = resolve(import.meta.dirname, "../../..");

export type Machine = {
  cpu: string;
  cores: number;
  memGiB: number;
  os: string;
  node: string;
  postgres: string;
  settings: Record<string, string>;
};

const settingNames = [
  "fsync",
  "synchronous_commit",
  "autovacuum",
  "shared_buffers",
  "max_wal_size",
  "work_mem",
  "full_page_writes",
  "wal_level",
];

export async function describeMachine(admin: Client): Promise<Machine> {
  const { rows } = await admin.query<{ name: string; setting: string }>(
    "SELECT name, current_setting(name) AS setting FROM pg_settings WHERE name = ANY($1) ORDER BY name",
    [settingNames],
  );
  const version = await admin.query<{ server_version: string }>("SHOW server_version");
  const processors = cpus();
  return {
    cpu: processors[0]?.model.trim() ?? "unknown",
    cores: processors.length,
    memGiB: Math.round(totalmem() / 1024 ** 3),
    os: `${type()} ${release()}`,
    node: process.version,
    postgres: version.rows[0]?.server_version ?? "unknown",
    settings: Object.fromEntries(rows.map(({ name, setting }) => [name, setting])),
  };
}

const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();

/** Which state of the product was measured. */
export function describeSource(): { commit: string; dirty: boolean; lockfile: string } {
  const lockfile = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex")
    .slice(0, 16);
  return { commit: git("rev-parse", "--short=12", "HEAD"), dirty: git("status", "--porcelain") !== "", lockfile };
}
