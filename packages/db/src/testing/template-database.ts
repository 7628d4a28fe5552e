import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { withClient } from "../migrate/lock.ts";
import { readMigrations } from "../migrate/read-migrations.ts";
import { rolePasswords } from "../migrate/role-urls.ts";
import { migrateDatabase } from "../migrate/runner.ts";

declare module "vitest" {
  interface ProvidedContext {
    upstreamDatabase: { adminUrl: string; template: string };
  }
}

export const testPasswords = rolePasswords("only for tests");

/** The same server, another database. */
export function databaseUrl(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function templateName(): Promise<string> {
  const migrations = await readMigrations();
  const mark = createHash("sha256")
    .update(migrations.map((migration) => migration.name + migration.checksum).join())
    .digest("hex");
  return `upstream_template_${mark.slice(0, 16)}`;
}

async function exists(client: pg.Client, database: string): Promise<boolean> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
  return rowCount !== 0;
}

/** Makes the migrated database that tests copy, unless this server has it; a half-made one never carries its name. */
export async function prepareTemplate(adminUrl: string): Promise<string> {
  const template = await templateName();
  await withClient(adminUrl, async (client) => {
    if (await exists(client, template)) return;
    const draft = `upstream_draft_${randomUUID().slice(0, 8)}`;
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(draft)}`);
    await migrateDatabase({ adminUrl: databaseUrl(adminUrl, draft), direction: "up" });
    await client
      .query(`ALTER DATABASE ${pg.escapeIdentifier(draft)} RENAME TO ${pg.escapeIdentifier(template)}`)
      .catch(async (error: unknown) => {
        await client.query(`DROP DATABASE ${pg.escapeIdentifier(draft)}`);
        if (!(await exists(client, template))) throw error;
      });
  });
  return template;
}
