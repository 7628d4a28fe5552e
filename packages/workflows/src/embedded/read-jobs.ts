import type { Sql } from "./jobs-db.ts";

export type FunctionLoad = {
  functionId: string;
  active: number;
  running: number;
  due: number;
  failedLastDay: number;
  oldestDueSeconds: number;
};

/** Counts and ages per function, for metrics and the jobs page. */
export async function readJobLoad(sql: Sql, now: Date): Promise<FunctionLoad[]> {
  return sql<FunctionLoad>(
    `SELECT function_id AS "functionId",
       count(*) FILTER (WHERE status = 'active')::int AS active,
       count(*) FILTER (WHERE lease_until > $1)::int AS running,
       count(*) FILTER (WHERE status = 'active' AND due_at <= $1 AND (lease_until IS NULL OR lease_until <= $1))::int AS due,
       count(*) FILTER (WHERE status = 'failed' AND finished_at > $1 - interval '1 day')::int AS "failedLastDay",
       coalesce(extract(epoch FROM $1 - min(due_at) FILTER (WHERE status = 'active' AND due_at <= $1)), 0)::int AS "oldestDueSeconds"
     FROM jobs.runs WHERE status = 'active' OR finished_at > $1 - interval '1 day' GROUP BY 1 ORDER BY 1`,
    [now],
  );
}

export type RunView = { id: string; functionId: string; status: string; attempt: number; isHeld: boolean; result: unknown; error: unknown };

/** The runs an event has started, oldest first. */
export async function readRunsOfEvent(sql: Sql, eventId: string): Promise<RunView[]> {
  return sql<RunView>(
    `SELECT id, function_id AS "functionId", status, attempt, lease_until IS NOT NULL AS "isHeld", result, error FROM jobs.runs
     WHERE event ->> 'id' = $1 ORDER BY seq`,
    [eventId],
  );
}
