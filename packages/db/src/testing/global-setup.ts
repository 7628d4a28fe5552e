import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { removeAbandoned } from "../embedded/remove-abandoned.ts";
import { startEmbedded } from "../embedded/start-embedded.ts";
import { ensureRoles } from "../migrate/ensure-roles.ts";
import { prepareTemplate, testPasswords } from "./template-database.ts";

const PREFIX = "upstream-test-";

type Cluster = { adminUrl: string; stop: () => Promise<void> };

async function startCluster(): Promise<Cluster> {
  const given = process.env["TEST_DATABASE_ADMIN_URL"];
  if (given !== undefined && given !== "") return { adminUrl: given, stop: async () => undefined };
  const lines: string[] = [];
  const log = (line: string): number => lines.push(line);
  await removeAbandoned(tmpdir(), PREFIX, log);
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  const server = await startEmbedded({ dataDir: folder, log, fsync: false });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(server.dataDir, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  };
  return { adminUrl: server.adminUrl, stop };
}

/** Starts one PostgreSQL for the whole run (or takes the one of TEST_DATABASE_ADMIN_URL) and migrates a template once. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  try {
    await ensureRoles({ adminUrl: cluster.adminUrl, passwords: testPasswords });
    const template = await prepareTemplate(cluster.adminUrl);
    project.provide("upstreamDatabase", { adminUrl: cluster.adminUrl, template });
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return cluster.stop;
}
