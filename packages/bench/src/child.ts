import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";

export type Child<Told> = { pid: number; told: Told; stop(): Promise<void> };

function firstMessage<Told>(child: ChildProcess): Promise<Told> {
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(message as Told));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`A process of the bench ended with ${code} and said nothing`)));
  });
}

/** Runs a script of this folder in a process of its own, started with these flags of Node, hands it its task, and waits for what it tells. */
export async function startChild<Told>(script: string, task: object, flags: readonly string[] = []): Promise<Child<Told>> {
  const child = fork(script, { execArgv: [...flags], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  child.send(task);
  const told = await firstMessage<Told>(child);
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill();
    await ended;
  };
  return { pid: child.pid ?? 0, told, stop };
}
