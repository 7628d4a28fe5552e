import type { ClientBase } from "pg";
import { finishEntry, noteFailure, noteSteps, startEntry, undoEntry } from "./ledger.ts";
import type { LedgerRow } from "./ledger.ts";
import { withLockRetries } from "./lock.ts";
import type { Migration } from "./read-migrations.ts";
import { splitStatements } from "./split-statements.ts";

const NO_TRANSACTION = /^--\s*no-transaction\b/;
const CONCURRENT_INDEX = /\bINDEX\s+CONCURRENTLY\s+(?:IF\s+NOT\s+EXISTS\s+)?"?(\w+)"?\s+ON\b/i;

async function inTransaction(client: ClientBase, fn: () => Promise<void>): Promise<void> {
  await withLockRetries(client, async () => {
    await client.query("BEGIN");
    try {
      await fn();
      await client.query("COMMIT");
    } catch (error) {
      await client.query("ROLLBACK");
      throw error;
    }
  });
}

/** A broken CREATE INDEX CONCURRENTLY leaves an index that is kept up to date and never used. */
async function dropInvalidIndex(client: ClientBase, name: string): Promise<void> {
  const { rows } = await client.query<{ found: string }>(
    `SELECT i.indexrelid::regclass::text AS found FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE NOT i.indisvalid AND c.relkind = 'i' AND c.relname = $1`,
    [name],
  );
  for (const { found } of rows) await client.query(`DROP INDEX CONCURRENTLY ${found}`);
}

async function runStatements(
  client: ClientBase,
  sql: string,
  options: { from: number; done: (steps: number) => Promise<void> },
): Promise<number> {
  const statements = splitStatements(sql);
  for (const [index, statement] of statements.entries()) {
    if (index < options.from) continue;
    const indexName = CONCURRENT_INDEX.exec(statement)?.[1];
    await withLockRetries(client, async () => {
      if (indexName !== undefined) await dropInvalidIndex(client, indexName);
      await client.query(statement);
    });
    await options.done(index + 1);
  }
  return statements.length;
}

async function applyStepwise(client: ClientBase, migration: Migration, half: LedgerRow | undefined): Promise<void> {
  const id = half?.id ?? (await startEntry(client, migration));
  try {
    const steps = await runStatements(client, migration.sql, { from: half?.steps ?? 0, done: (count) => noteSteps(client, id, count) });
    await finishEntry(client, id, steps);
  } catch (error) {
    await noteFailure(client, id, String(error));
    throw error;
  }
}

/** Runs one migration file: as a whole in a transaction, or from its first missing statement where it says `-- no-transaction`. */
export async function applyMigration(client: ClientBase, migration: Migration, half: LedgerRow | undefined): Promise<void> {
  if (NO_TRANSACTION.test(migration.sql)) return applyStepwise(client, migration, half);
  await inTransaction(client, async () => {
    if (half !== undefined) await undoEntry(client, half.id);
    const id = await startEntry(client, migration);
    await client.query(migration.sql);
    await finishEntry(client, id, 1);
  });
}

/** Runs a migration's `down.sql` and marks its ledger entry as rolled back. */
export async function revertMigration(client: ClientBase, migration: Migration, entry: LedgerRow): Promise<void> {
  const { down } = migration;
  if (down === undefined) throw new Error(`${migration.name} has no down.sql`);
  if (NO_TRANSACTION.test(down)) {
    await runStatements(client, down, { from: 0, done: async () => undefined });
    return undoEntry(client, entry.id);
  }
  await inTransaction(client, async () => {
    await client.query(down);
    await undoEntry(client, entry.id);
  });
}
