import { readFileSync, readdirSync } from "node:fs";
import type { Client } from "pg";

/** Length of the kernel's clock tick on Linux. */
const tickMs = 10;
/** Too few ticks tell nothing. */
const leastTicks = 20;

const place = { parent: 1, user: 11, system: 12, childrenUser: 13, childrenSystem: 14 } as const;

/** Fields of /proc/<pid>/stat after the command's name. */
function statFields(pid: number | string): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

const sum = (fields: readonly string[], ...places: number[]) => places.reduce((ticks, at) => ticks + Number(fields[at]), 0) * tickMs;

/** User and system time that a process has used, in milliseconds. */
export function processCpuMs(pid: number | string): number {
  return sum(statFields(pid), place.user, place.system);
}

/** CPU that a process used while `work` ran; throws when that was too short to be measured. */
export async function cpuDuring(pid: number, work: () => Promise<void>): Promise<number> {
  const before = processCpuMs(pid);
  await work();
  const used = processCpuMs(pid) - before;
  if (used < leastTicks * tickMs)
    throw new Error(`Only ${used} ms of CPU were used; at least ${leastTicks * tickMs} are needed to measure`);
  return used;
}

/** Number of the process that all of this PostgreSQL's processes descend from. */
export async function findPostmaster(admin: Client): Promise<number> {
  const { rows } = await admin.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  return Number(statFields(rows[0]?.pid ?? 0)[place.parent]);
}

function cpuIfChild(pid: string, parent: number): number {
  try {
    const fields = statFields(pid);
    return Number(fields[place.parent]) === parent ? sum(fields, place.user, place.system) : 0;
  } catch {
    return 0;
  }
}

/** CPU of a whole PostgreSQL, ended processes included, in milliseconds. */
export function clusterCpuMs(postmaster: number): number {
  const own = sum(statFields(postmaster), place.user, place.system, place.childrenUser, place.childrenSystem);
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.reduce((total, pid) => total + cpuIfChild(pid, postmaster), own);
}

/** CPU of this process so far, in milliseconds. */
export function ownCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
