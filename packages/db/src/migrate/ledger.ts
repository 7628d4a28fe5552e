import { randomUUID } from "node:crypto";
import type { ClientBase } from "pg";
import type { Migration } from "./read-migrations.ts";

export type LedgerRow = { id: string; checksum: string; name: string; isFinished: boolean; steps: number };

/** Column for column as Prisma makes it, so that `prisma migrate status` and `deploy` agree with this runner. */
const CREATE_LEDGER = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

export async function createLedger(client: ClientBase): Promise<void> {
  await client.query(CREATE_LEDGER);
}

/** The entries that count: neither rolled back nor undone. */
export async function readLedger(client: ClientBase): Promise<LedgerRow[]> {
  const { rows } = await client.query<LedgerRow>(
    `SELECT id, checksum, migration_name AS name, finished_at IS NOT NULL AS "isFinished", applied_steps_count AS steps
     FROM public._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

export async function startEntry(client: ClientBase, migration: Migration): Promise<string> {
  const id = randomUUID();
  await client.query("INSERT INTO public._prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)", [
    id,
    migration.checksum,
    migration.name,
  ]);
  return id;
}

export async function noteSteps(client: ClientBase, id: string, steps: number): Promise<void> {
  await client.query("UPDATE public._prisma_migrations SET applied_steps_count = $2 WHERE id = $1", [id, steps]);
}

export async function finishEntry(client: ClientBase, id: string, steps: number): Promise<void> {
  await client.query("UPDATE public._prisma_migrations SET applied_steps_count = $2, finished_at = now(), logs = NULL WHERE id = $1", [
    id,
    steps,
  ]);
}

export async function noteFailure(client: ClientBase, id: string, message: string): Promise<void> {
  await client.query("UPDATE public._prisma_migrations SET logs = $2 WHERE id = $1", [id, message]);
}

export async function undoEntry(client: ClientBase, id: string): Promise<void> {
  await client.query("UPDATE public._prisma_migrations SET rolled_back_at = now() WHERE id = $1", [id]);
}
