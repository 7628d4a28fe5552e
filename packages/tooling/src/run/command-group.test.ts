import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";

const groups = join(import.meta.dirname, "command-group.mjs");
const grandchild = 'process.stdout.write("pid " + process.pid + "\\n"); setInterval(() => {}, 1000);';
const owner = `
  import { spawnGroup, stopTogether } from ${JSON.stringify(groups)};
  stopTogether(7);
  spawnGroup("/bin/sh", ["-c", '"$0" -e "$1"; true', process.execPath, ${JSON.stringify(grandchild)}], { stdio: ["ignore", "inherit", "inherit"] });
`;
const finisher = `
  import { spawnGroup, stopTogether } from ${JSON.stringify(groups)};
  stopTogether(7);
  spawnGroup(process.execPath, ["-e", ""], { stdio: "inherit" }).once("close", () => (process.exitCode = 3));
`;
const started: ChildProcess[] = [];

function firstPid(child: ChildProcess): Promise<number> {
  return new Promise((done) => {
    let text = "";
    child.stdout?.on("data", (part: Buffer) => {
      text += part.toString();
      const found = /pid (\d+)/.exec(text);
      if (found) done(Number(found[1]));
    });
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

describe.skipIf(process.platform === "win32")("stopTogether", () => {
  it("ends what a command's shell started when the owner is told to stop", async () => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", owner], { stdio: ["ignore", "pipe", "inherit"] });
    started.push(child);
    const pid = await firstPid(child);
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    expect(await ended).toBe(7);
    expect(isAlive(pid)).toBe(false);
  });

  it("lets a process end by itself when its work is done, though its parent keeps a channel to it", async () => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", finisher], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    started.push(child);
    expect(await new Promise((done) => child.once("exit", done))).toBe(3);
  });

  it("ends everything when a shell above the owner was killed and passed nothing on", async () => {
    const child = spawn("/bin/sh", ["-c", '"$0" --input-type=module -e "$1"; true', process.execPath, owner], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    started.push(child);
    const pid = await firstPid(child);
    child.kill("SIGKILL");
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  });
});
