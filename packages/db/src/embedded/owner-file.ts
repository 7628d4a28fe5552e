import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";

/** What tells one life of a process number from another: its start in clock ticks, where the system says. */
function startMark(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Notes that this process answers for the server of that folder. */
export function claimFolder(file: string): void {
  writeFileSync(file, `${process.pid} ${startMark(process.pid)}\n`, { mode: 0o644 });
}

export function releaseFolder(file: string): void {
  rmSync(file, { force: true });
}

/** The number of the living process which answers for the server of that folder, if there is one. */
export function livingOwner(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const [text = "", mark = ""] = readFileSync(file, "utf8").trim().split(" ");
  const pid = Number.parseInt(text, 10);
  if (!Number.isInteger(pid) || !isAlive(pid)) return undefined;
  return startMark(pid) === mark ? pid : undefined;
}
