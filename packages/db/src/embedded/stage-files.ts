import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Binaries } from "./locate-binaries.ts";
import { canRun, canWrite } from "./server-user.ts";
import type { ServerUser } from "./server-user.ts";

/** Reachable by every account, unlike a checkout under a private folder; only root ever stages. */
const STAGING_ROOT = "/var/lib/upstream-embedded";

async function openFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  return folder;
}

async function openTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      await chmod(path, 0o755);
      await openTree(path);
    } else if (entry.isFile()) {
      const { mode } = await stat(path);
      await chmod(path, (mode & 0o100) === 0 ? 0o644 : 0o755);
    }
  }
}

function movedTo(binaries: Binaries, home: string): Binaries {
  const inBin = (program: string): string => join(home, "bin", basename(program));
  return { ...binaries, home, initdb: inBin(binaries.initdb), pgCtl: inBin(binaries.pgCtl), postgres: inBin(binaries.postgres) };
}

/** The programs where the server's account can run them; copied (once a version) when it cannot reach the checkout. */
export async function reachableBinaries(binaries: Binaries, user: ServerUser, log: (line: string) => void): Promise<Binaries> {
  if (canRun(binaries.postgres, user)) return binaries;
  await openFolder(STAGING_ROOT);
  const home = join(STAGING_ROOT, `programs-${binaries.version}`);
  const staged = movedTo(binaries, home);
  if (canRun(staged.postgres, user)) return staged;
  log(`The user postgres cannot reach ${binaries.home}: programs are copied to ${home}`);
  const half = `${home}.${process.pid}`;
  await cp(binaries.home, half, { recursive: true, dereference: true });
  await chmod(half, 0o755);
  await openTree(half);
  await rm(home, { recursive: true, force: true });
  await rename(half, home);
  if (!canRun(staged.postgres, user)) throw new Error(`The user postgres cannot run ${staged.postgres}`);
  return staged;
}

/** Staged data whose checkout is gone and that no server uses. */
async function forgetOrphans(): Promise<void> {
  for (const name of await readdir(STAGING_ROOT)) {
    const folder = join(STAGING_ROOT, name);
    const origin = await readFile(join(folder, "origin"), "utf8").catch(() => undefined);
    const isInUse = existsSync(join(folder, "cluster", "postmaster.pid"));
    if (origin !== undefined && !existsSync(origin) && !isInUse) await rm(folder, { recursive: true, force: true });
  }
}

/** A mark kept in the wanted folder: a folder that was deleted and made anew gets data of its own, never those of its predecessor. */
async function markOf(wanted: string): Promise<string> {
  const path = join(wanted, "staged-as");
  const known = await readFile(path, "utf8").catch(() => undefined);
  if (known !== undefined) return known.trim();
  const mark = randomBytes(6).toString("hex");
  await writeFile(path, `${mark}\n`);
  return mark;
}

/** The folder for data, owned by the server's account; under the staging root when the wanted one is out of its reach. */
export async function reachableFolder(wanted: string, user: ServerUser, log: (line: string) => void): Promise<string> {
  await mkdir(wanted, { recursive: true });
  if (user === undefined) return wanted;
  await chown(wanted, user.uid, user.gid);
  if (canWrite(wanted, user)) return wanted;
  await openFolder(STAGING_ROOT);
  await forgetOrphans();
  const folder = await openFolder(join(STAGING_ROOT, `data-${await markOf(wanted)}`));
  await writeFile(join(folder, "origin"), wanted);
  await chown(folder, user.uid, user.gid);
  if (!canWrite(folder, user)) throw new Error(`The user postgres cannot write to ${folder}`);
  log(`The user postgres cannot reach ${dirname(wanted)}: the data live in ${folder}`);
  return folder;
}
