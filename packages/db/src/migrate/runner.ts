import type { ClientBase } from "pg";
import { applyMigration, revertMigration } from "./apply-migration.ts";
import { ensureRoles } from "./ensure-roles.ts";
import { createLedger, readLedger } from "./ledger.ts";
import type { LedgerRow } from "./ledger.ts";
import { withClient, withMigrationLock } from "./lock.ts";
import { readMigrations } from "./read-migrations.ts";
import type { Migration } from "./read-migrations.ts";

export type MigrationState = "applied" | "half-done" | "pending" | "changed" | "unknown";
export type MigrationStatus = { name: string; state: MigrationState };

export type MigrateOptions = {
  adminUrl: string;
  direction: "up" | "down";
  /** How many migrations to go back (all when absent); up always goes to the newest. */
  steps?: number | undefined;
  folder?: string | undefined;
  log?: ((line: string) => void) | undefined;
};

function stateOf(migration: Migration, entry: LedgerRow | undefined): MigrationState {
  if (entry === undefined) return "pending";
  if (entry.checksum !== migration.checksum) return "changed";
  return entry.isFinished ? "applied" : "half-done";
}

function compare(migrations: Migration[], ledger: LedgerRow[]): MigrationStatus[] {
  const entries = new Map(ledger.map((entry) => [entry.name, entry]));
  const known = migrations.map((migration) => ({ name: migration.name, state: stateOf(migration, entries.get(migration.name)) }));
  const names = new Set(migrations.map((migration) => migration.name));
  const unknown = ledger.filter((entry) => !names.has(entry.name)).map((entry) => ({ name: entry.name, state: "unknown" as const }));
  return [...known, ...unknown];
}

function refuseChanged(statuses: MigrationStatus[]): void {
  const changed = statuses.filter((status) => status.state === "changed").map((status) => status.name);
  if (changed.length > 0) throw new Error(`Applied migrations were changed afterwards: ${changed.join(", ")}`);
}

async function migrateUp(client: ClientBase, migrations: Migration[], log: (line: string) => void): Promise<string[]> {
  const ledger = await readLedger(client);
  const done: string[] = [];
  refuseChanged(compare(migrations, ledger));
  for (const migration of migrations) {
    const entry = ledger.find((row) => row.name === migration.name);
    if (entry?.isFinished === true) continue;
    await applyMigration(client, migration, entry);
    log(`applied ${migration.name}`);
    done.push(migration.name);
  }
  return done;
}

async function migrateDown(client: ClientBase, migrations: Migration[], options: MigrateOptions): Promise<string[]> {
  const ledger = (await readLedger(client)).reverse();
  const done: string[] = [];
  for (const entry of ledger.slice(0, options.steps ?? ledger.length)) {
    const migration = migrations.find((candidate) => candidate.name === entry.name);
    if (migration === undefined) throw new Error(`${entry.name} was applied by a newer release: its down.sql is not here`);
    await revertMigration(client, migration, entry);
    options.log?.(`rolled back ${entry.name}`);
    done.push(entry.name);
  }
  return done;
}

/** Brings a database to the newest schema or back; answers with the names of the migrations that ran. */
export async function migrateDatabase(options: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(options.folder);
  await ensureRoles({ adminUrl: options.adminUrl });
  return withMigrationLock(options.adminUrl, async (client) => {
    await createLedger(client);
    if (options.direction === "down") return migrateDown(client, migrations, options);
    return migrateUp(client, migrations, options.log ?? (() => undefined));
  });
}

/** Each migration on disk or in the ledger, with its state in that database. */
export async function migrationStatus(adminUrl: string, folder?: string): Promise<MigrationStatus[]> {
  const migrations = await readMigrations(folder);
  return withClient(adminUrl, async (client) => {
    await createLedger(client);
    return compare(migrations, await readLedger(client));
  });
}
