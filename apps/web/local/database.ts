import { join } from "node:path";
import { startEmbedded } from "@upstream/db/embedded";
import { ensureRoles, migrateDatabase, rolePasswords, roleUrls } from "@upstream/db/migrate";
import type { RoleUrls } from "@upstream/db/migrate";
import { say, step } from "./steps.ts";

export type LocalDatabase = { urls: RoleUrls; stop(): Promise<void> };

async function openAdmin(stateDir: string, given: string | undefined): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  if (given !== undefined) return { adminUrl: given, stop: async () => undefined };
  return step("Start PostgreSQL", () => startEmbedded({ dataDir: join(stateDir, "postgres"), log: say }));
}

/** The database of this run: the one that DATABASE_URL names, else an embedded PostgreSQL; roles made and migrated to the newest version. */
export async function openDatabase(stateDir: string, options: { given: string | undefined; seed: string }): Promise<LocalDatabase> {
  const { adminUrl, stop } = await openAdmin(stateDir, options.given);
  const passwords = rolePasswords(options.seed);
  try {
    await step("Migrate the database", async () => {
      await ensureRoles({ adminUrl, passwords });
      await migrateDatabase({ adminUrl, direction: "up" });
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { urls: roleUrls({ adminUrl, passwords }), stop };
}
