import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbedded } from "./start-embedded.ts";
import type { Embedded } from "./start-embedded.ts";

let folder: string;
const lines: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "embedded-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = (): Promise<Embedded> => startEmbedded({ dataDir: folder, log: (line) => lines.push(line), fsync: false });

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process which starts the folder's server, says where, and then only waits. */
async function startElsewhere(): Promise<{ adminUrl: string; kill: () => Promise<void> }> {
  const module = new URL("./start-embedded.ts", import.meta.url).href;
  const script = `const { startEmbedded } = await import(${JSON.stringify(module)});
    const { adminUrl } = await startEmbedded({ dataDir: ${JSON.stringify(folder)}, log: () => undefined, fsync: false });
    console.log(adminUrl); setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  const died = once(child, "exit").then(([code]) => Promise.reject(new Error(`The other process ended with ${String(code)}`)));
  const [chunk] = (await Promise.race([once(child.stdout, "data"), died])) as [Buffer];
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await died.catch(() => undefined);
  };
  return { adminUrl: chunk.toString("utf8").trim(), kill };
}

describe("startEmbedded", () => {
  it("makes a cluster in UTF-8 with byte order, UTC and passwords, on the local address only", async () => {
    const server = await start();
    expect(server.reused).toBe(false);
    const settings = await query(
      server.adminUrl,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('lc_collate') AS collation, current_setting('TimeZone') AS zone,
       current_setting('listen_addresses') AS address, current_setting('server_version_num')::int >= 150000 AS recent`,
    );
    expect(settings).toEqual([{ encoding: "UTF8", collation: "C", zone: "UTC", address: "127.0.0.1", recent: true }]);
    const stranger = new URL(server.adminUrl);
    stranger.password = "guess";
    await expect(query(stranger.href, "SELECT 1")).rejects.toThrow("password authentication failed");
    await query(server.adminUrl, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)");
    await server.stop();
    await expect(query(server.adminUrl, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
  });

  it("keeps data and password over a stop", async () => {
    const server = await start();
    expect(await query(server.adminUrl, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
    await server.stop();
  });

  it("joins the server which another living process runs, and leaves it running", async () => {
    const other = await startElsewhere();
    const server = await start();
    expect(server).toMatchObject({ adminUrl: other.adminUrl, reused: true });
    await server.stop();
    expect(await query(other.adminUrl, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
    await other.kill();
  });

  it("stops the server which a killed process left behind and starts anew without losing a row", async () => {
    const other = await startElsewhere();
    await query(other.adminUrl, "INSERT INTO kept VALUES (2)");
    await other.kill();
    const server = await start();
    expect(server.reused).toBe(false);
    expect(lines.at(-2)).toContain("left behind");
    expect(await query(server.adminUrl, "SELECT n FROM kept ORDER BY n")).toEqual([{ n: 1 }, { n: 2 }]);
    await server.stop();
  });

  it("starts after the server process itself was killed", async () => {
    const server = await start();
    const pid = Number(readFileSync(join(folder, "cluster", "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, "SIGKILL");
    const next = await start();
    expect(await query(next.adminUrl, "SELECT count(*)::int AS n FROM kept")).toEqual([{ n: 2 }]);
    await next.stop();
    await server.stop();
  });

  it("does not take a stranger for its server when the number in the lock file was given away", async () => {
    const stranger = spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)"], { stdio: "ignore" });
    writeFileSync(join(folder, "cluster", "postmaster.pid"), `${stranger.pid}\n${join(folder, "cluster")}\n0\n1\n\n127.0.0.1\n`);
    const server = await start();
    expect(await query(server.adminUrl, "SELECT count(*)::int AS n FROM kept")).toEqual([{ n: 2 }]);
    expect(stranger.exitCode).toBeNull();
    stranger.kill("SIGKILL");
    await server.stop();
  });
});
