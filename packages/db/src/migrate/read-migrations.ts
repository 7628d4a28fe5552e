import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export type Migration = { name: string; sql: string; checksum: string; down: string | undefined };

export const migrationsFolder = fileURLToPath(new URL("../../../../prisma/migrations", import.meta.url));

/** SHA-256 of the file in hex, which is what Prisma notes in its ledger. */
export function checksumOf(sql: string): string {
  return createHash("sha256").update(sql).digest("hex");
}

/** All migrations of a folder, oldest first. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
      const downFile = join(folder, name, "down.sql");
      const down = existsSync(downFile) ? await readFile(downFile, "utf8") : undefined;
      return { name, sql, checksum: checksumOf(sql), down };
    }),
  );
}
