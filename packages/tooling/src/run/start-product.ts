import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import serverFlags from "./server-flags.json" with { type: "json" };

export { serverFlags };

const root = resolve(import.meta.dirname, "../../../..");

export type Account = { email: string; password: string; customer: string | null; role: string };
export type Running = { url: string; apiUrl: string; pid: number; accounts: Account[] };
export type Product = Running & { kill(): Promise<void>; stop(): Promise<number | null> };
export type StartOptions = { stateDir: string; env?: NodeJS.ProcessEnv };

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((done) => child.once("exit", (code) => done(code)));
}

function untilItRuns(child: ChildProcess): Promise<void> {
  let output = "";
  return new Promise((done, refuse) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (part: Buffer) => {
        output = (output + part.toString()).slice(-20_000);
        if (output.includes("Upstream runs at")) done();
      });
    }
    child.once("exit", (code) => refuse(new Error(`The product ended with ${code}:\n${output}`)));
  });
}

/** Starts the product as a person would, without demo claims and with its state in a folder of its own; resolves when it runs. */
export async function startProduct({ stateDir, env = {} }: StartOptions): Promise<Product> {
  const child = spawn(process.execPath, [...serverFlags, join(root, "apps/web/local/up.ts"), "--empty", "--state", stateDir], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  await untilItRuns(child);
  const running = JSON.parse(readFileSync(join(stateDir, "running.json"), "utf8")) as Running;
  const signal = async (name: NodeJS.Signals): Promise<number | null> => {
    child.kill(name);
    return ended(child);
  };
  return { ...running, kill: async () => void (await signal("SIGKILL")), stop: () => signal("SIGTERM") };
}
