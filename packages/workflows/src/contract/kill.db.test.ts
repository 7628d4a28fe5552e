import { testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

describe("an embedded executor that is killed", () => {
  let database: TestDatabase;
  let folder: string;
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    database = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), "upstream-kill-"));
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  const lines = (file: string): string[] =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8").trim().split("\n") : [];
  const spawn = async (role: string, file: string): Promise<ChildProcess> => {
    const child = fork(join(import.meta.dirname, "executor-child.ts"), [database.urlOf("app_jobs"), join(folder, file), role], {
      stdio: "inherit",
    });
    children.push(child);
    await once(child, "message");
    return child;
  };

  it("loses nothing and memoises every step once, however often and whenever processes are killed", async () => {
    const file = "many";
    await spawn("sender", file);
    await spawn("bystander", file);
    for (const count of [15, 40, 75, 110]) {
      await expect.poll(() => lines(file).length, { timeout: 20_000, interval: 10 }).toBeGreaterThan(count);
      const victim = children.shift();
      victim?.kill("SIGKILL");
      await spawn("bystander", file);
    }
    const numbers = Array.from({ length: 40 }, (_, number) => number);
    const done = (): number => numbers.filter((number) => lines(file).includes(`${number} done`)).length;
    await expect.poll(done, { timeout: 30_000 }).toBe(40);
    const written = new Set(lines(file));
    for (const number of numbers) for (const step of ["a", "b", "c"]) expect(written).toContain(`${number}${step}`);
  });

  it("loses nothing and does no finished step again: another process takes over inside the step", async () => {
    const file = "one-run";
    const victim = await spawn("victim", file);
    await expect.poll(() => lines(file), { timeout: 15_000 }).toEqual(["one", "two"]);
    victim.kill("SIGKILL");
    await once(victim, "exit");
    await spawn("heir", file);
    await expect.poll(() => lines(file), { timeout: 15_000 }).toEqual(["one", "two", "two", "three"]);
  });
});
