import { spawnSync } from "node:child_process";

export type ServerUser = { uid: number; gid: number } | undefined;

function run(command: string, args: string[]): { status: number | null; stdout: string | null } {
  return spawnSync(command, args, { encoding: "utf8" });
}

function numberFrom(command: string, args: string[]): number | undefined {
  const done = run(command, args);
  const value = Number.parseInt(done.stdout ?? "", 10);
  return done.status === 0 && Number.isInteger(value) ? value : undefined;
}

function lookUpPostgres(): ServerUser {
  const uid = numberFrom("id", ["-u", "postgres"]);
  const gid = numberFrom("id", ["-g", "postgres"]);
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** The account the server must run as: `postgres` (made if missing) when we are root, else undefined for our own. */
export function serverUser(log: (line: string) => void): ServerUser {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUpPostgres();
  if (known !== undefined) return known;
  log("PostgreSQL refuses to run as root: making the system user postgres");
  run("groupadd", ["--system", "postgres"]);
  run("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  const made = lookUpPostgres();
  if (made === undefined) throw new Error("Cannot make the user postgres, which PostgreSQL needs when started by root");
  return made;
}

/** Whether the account can run that program, which a folder of mode 0700 above it prevents. */
export function canRun(program: string, user: ServerUser): boolean {
  return user === undefined || spawnSync(program, ["--version"], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

/** Whether the account can make files in that folder. */
export function canWrite(folder: string, user: ServerUser): boolean {
  if (user === undefined) return true;
  const probe = spawnSync("/bin/sh", ["-c", 'test -w "$0" && test -x "$0"', folder], { ...user, cwd: "/", stdio: "ignore" });
  return probe.status === 0;
}
