import { readFileSync } from "node:fs";

/** Length of the kernel's clock tick on Linux. */
const tickMs = 10;
/** Too few ticks tell nothing. */
export const leastTicks = 20;

/** User and system time that a process has used, in milliseconds, from /proc. */
export function processCpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** CPU that a process used while `work` ran; throws when that was too short to be measured. */
export async function cpuDuring(pid: number, work: () => Promise<void>): Promise<number> {
  const before = processCpuMs(pid);
  await work();
  const used = processCpuMs(pid) - before;
  if (used < leastTicks * tickMs) throw new Error(`Only ${used} ms of CPU were used; at least ${leastTicks * tickMs} are needed to measure`);
  return used;
}
