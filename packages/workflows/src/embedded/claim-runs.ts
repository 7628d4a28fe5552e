import type { JobsDb, Sql } from "./jobs-db.ts";
import type { FunctionTable } from "./learn-functions.ts";
import { holdRuns, RUN_COLUMNS } from "./run-store.ts";
import type { HeldRun, RunRow } from "./run-store.ts";

type Candidate = { id: string; function_id: string; concurrency_keys: string[] };
type BusyKey = { function_id: string; concurrency_keys: string[]; held: number };

const WINDOW = 500;

/** Under one lock, so that two executors never count the same free place. */
const LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('jobs.claim', 0))";

const BUSY = `SELECT function_id, concurrency_keys, count(*)::int AS held FROM jobs.runs WHERE status = 'active' AND lease_until > $1 GROUP BY 1, 2`;

/** The oldest runs of each key in turn, so that one customer's thousand never stand before another's first. */
const CANDIDATES = `
SELECT id, function_id, concurrency_keys FROM (
  SELECT id, function_id, concurrency_keys, seq, row_number() OVER (PARTITION BY function_id, concurrency_keys ORDER BY seq) AS turn
  FROM jobs.runs
  WHERE status = 'active' AND due_at <= $1 AND (lease_until IS NULL OR lease_until <= $1) AND function_id = ANY($2)
) heads WHERE turn <= $3 ORDER BY turn, seq LIMIT ${WINDOW}`;

const CLAIM = `
UPDATE jobs.runs SET fence = fence + 1, lapses = lapses + (lease_until IS NOT NULL)::int, lease_until = $2, started_at = coalesce(started_at, $3)
WHERE status = 'active' AND id IN (SELECT id FROM jobs.runs WHERE id = ANY($1) FOR UPDATE SKIP LOCKED)
RETURNING ${RUN_COLUMNS}`;

function placeNames(run: { function_id: string; concurrency_keys: string[] }): string[] {
  return run.concurrency_keys.map((key, index) => JSON.stringify([run.function_id, index, key]));
}

function chooseRuns(candidates: Candidate[], busy: BusyKey[], table: FunctionTable): (capacity: number) => string[] {
  const taken = new Map<string, number>();
  const take = (names: string[], count: number): void => names.forEach((name) => taken.set(name, (taken.get(name) ?? 0) + count));
  for (const key of busy) take(placeNames(key), key.held);
  return (capacity) => {
    const chosen: string[] = [];
    for (const run of candidates) {
      if (chosen.length === capacity) break;
      const limits = table.get(run.function_id)?.concurrency ?? [];
      const names = placeNames(run);
      const isFree = names.every((name, index) => (taken.get(name) ?? 0) < (limits[index]?.limit ?? Number.POSITIVE_INFINITY));
      if (!isFree) continue;
      take(names, 1);
      chosen.push(run.id);
    }
    return chosen;
  };
}

async function claimIn(sql: Sql, table: FunctionTable, want: ClaimWish): Promise<RunRow[]> {
  await sql(LOCK);
  const candidates = await sql<Candidate>(CANDIDATES, [want.now, [...table.keys()], want.capacity]);
  if (candidates.length === 0) return [];
  const busy = await sql<BusyKey>(BUSY, [want.now]);
  const chosen = chooseRuns(candidates, busy, table)(want.capacity);
  return chosen.length === 0 ? [] : sql<RunRow>(CLAIM, [chosen, want.leaseUntil, want.now]);
}

export type ClaimWish = { capacity: number; now: Date; leaseUntil: Date };

/** Leases due runs, first come first served within a key and in turn between keys, never beyond a function's limits. */
export async function claimRuns(db: JobsDb, table: FunctionTable, want: ClaimWish): Promise<HeldRun[]> {
  const rows = await db.inTransaction((sql) => claimIn(sql, table, want));
  return rows.length === 0 ? [] : holdRuns(db.sql, rows);
}

/** Prolongs the leases of held runs; a run whose fence has moved on is left alone. */
export async function extendLeases(sql: Sql, runs: HeldRun[], leaseUntil: Date): Promise<void> {
  await sql(
    `UPDATE jobs.runs SET lease_until = $3 FROM unnest($1::uuid[], $2::bigint[]) AS held (run_id, held_fence)
     WHERE id = held.run_id AND fence = held.held_fence AND status = 'active'`,
    [runs.map((run) => run.id), runs.map((run) => run.fence), leaseUntil],
  );
}
