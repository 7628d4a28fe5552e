import { NOTIFY_WAKE } from "./jobs-db.ts";
import type { Sql } from "./jobs-db.ts";
import { jsonText } from "./json-text.ts";
import type { EventRecord, StepMemo } from "./protocol.ts";

export type PendingOp = "StepPlanned" | "Sleep" | "WaitForEvent" | "InvokeFunction";

/** A step the run has asked for and has no answer to yet. */
export type PendingStep = {
  stepId: string;
  op: PendingOp;
  name: string;
  attempt: number;
  dueAt: Date | null;
  waitEvent: string | null;
  waitIf: string | null;
};

/** What a held run's row says about a step after an answer: done with a memo, or pending. */
export type StepChange = (Omit<PendingStep, "op"> & { op: PendingOp | "StepRun" }) & { memo: StepMemo | null };

/** A run this process holds: its row at claim time, kept current while the lease lasts. */
export type HeldRun = {
  id: string;
  fence: string;
  functionId: string;
  event: EventRecord;
  attempt: number;
  lapses: number;
  sdkVersion: number;
  retryAt: Date | null;
  isCancelled: boolean;
  hasParent: boolean;
  memos: Map<string, StepMemo>;
  pending: Map<string, PendingStep>;
};

export type RunRow = {
  id: string;
  fence: string;
  function_id: string;
  event: EventRecord;
  attempt: number;
  lapses: number;
  sdk_version: number;
  retry_at: Date | null;
  cancelled_at: Date | null;
  has_parent: boolean;
};
type StepRow = {
  run_id: string;
  step_id: string;
  op: PendingOp | "StepRun";
  name: string;
  memo: StepMemo | null;
  attempt: number;
  due_at: Date | null;
  wait_event: string | null;
  wait_if: string | null;
};

export const RUN_COLUMNS =
  "id, fence::text, function_id, event, attempt, lapses, sdk_version, retry_at, cancelled_at, parent_run_id IS NOT NULL AS has_parent";

/** A run claimed for the first time has no steps to load. */
const FIRST_FENCE = "1";
const STEPS = `
SELECT run_id, step_id, op, name, memo, attempt, due_at, wait_event, wait_if
FROM jobs.run_steps WHERE run_id = ANY($1) ORDER BY position NULLS LAST, step_id`;

export class LostLease extends Error {
  constructor() {
    super("Another executor holds this run now");
    this.name = "LostLease";
  }
}

/** Loads the steps of freshly claimed rows, memos in the order in which they were made. */
export async function holdRuns(sql: Sql, rows: RunRow[]): Promise<HeldRun[]> {
  const held = new Map(rows.map((row) => [row.id, toHeldRun(row)]));
  const begun = rows.filter((row) => row.fence !== FIRST_FENCE).map((row) => row.id);
  const steps = begun.length === 0 ? [] : await sql<StepRow>(STEPS, [begun]);
  for (const step of steps) {
    const run = held.get(step.run_id);
    if (run !== undefined) putStep(run, toStepChange(step));
  }
  return [...held.values()];
}

function toHeldRun(row: RunRow): HeldRun {
  return {
    id: row.id,
    fence: row.fence,
    functionId: row.function_id,
    event: row.event,
    attempt: row.attempt,
    lapses: row.lapses,
    sdkVersion: row.sdk_version,
    retryAt: row.retry_at,
    isCancelled: row.cancelled_at !== null,
    hasParent: row.has_parent,
    memos: new Map(),
    pending: new Map(),
  };
}

function toStepChange(row: StepRow): StepChange {
  const { step_id: stepId, op, name, memo, attempt, due_at: dueAt, wait_event: waitEvent, wait_if: waitIf } = row;
  return { stepId, op, name, memo, attempt, dueAt, waitEvent, waitIf };
}

/** Applies a saved step to the run in memory. */
export function putStep(run: HeldRun, step: StepChange): void {
  const { memo, op, ...rest } = step;
  if (memo !== null) {
    run.pending.delete(step.stepId);
    if (!run.memos.has(step.stepId)) run.memos.set(step.stepId, memo);
  } else if (op !== "StepRun" && !run.memos.has(step.stepId)) {
    run.pending.set(step.stepId, { ...rest, op });
  }
}

const SAVE = `
WITH held AS (
  UPDATE jobs.runs SET attempt = $3, sdk_version = $4, lapses = 0, lease_until = $5, retry_at = NULL
  WHERE id = $1 AND fence = $2::bigint AND status = 'active' RETURNING id, nudged, cancelled_at
), saved AS (
  INSERT INTO jobs.run_steps AS step (run_id, step_id, op, name, memo, position, attempt, due_at, wait_event, wait_if)
  SELECT held.id, s."stepId", s.op, s.name, s.memo, CASE WHEN s.memo IS NOT NULL THEN nextval('jobs.step_order') END, s.attempt, s."dueAt", s."waitEvent", s."waitIf"
  FROM held CROSS JOIN jsonb_to_recordset($6::jsonb)
    AS s("stepId" text, op text, name text, memo jsonb, attempt int, "dueAt" timestamptz, "waitEvent" text, "waitIf" text)
  ON CONFLICT (run_id, step_id) DO UPDATE
    SET memo = excluded.memo, position = excluded.position, attempt = excluded.attempt, due_at = excluded.due_at
    WHERE step.memo IS NULL
)
SELECT nudged, cancelled_at FROM held`;

/** Stores an answer's steps under the fence in one statement; a memo once made is never made again. */
export async function saveSteps(sql: Sql, run: HeldRun, change: { steps: StepChange[]; leaseUntil: Date }): Promise<void> {
  const values = [run.id, run.fence, run.attempt, run.sdkVersion, change.leaseUntil, jsonText(change.steps)];
  const [row] = await sql<{ nudged: boolean; cancelled_at: Date | null }>(SAVE, values);
  if (row === undefined) throw new LostLease();
  for (const step of change.steps) putStep(run, step);
  run.lapses = 0;
  run.retryAt = null;
  run.isCancelled = row.cancelled_at !== null;
  if (row.nudged) await refreshRun(sql, run);
}

/** Takes over what others wrote to a held run: an awaited event, an invoked function's answer. */
async function refreshRun(sql: Sql, run: HeldRun): Promise<void> {
  const [row] = await sql<RunRow>(`UPDATE jobs.runs SET nudged = false WHERE id = $1 AND fence = $2::bigint RETURNING ${RUN_COLUMNS}`, [
    run.id,
    run.fence,
  ]);
  if (row === undefined) throw new LostLease();
  const [fresh] = await holdRuns(sql, [row]);
  if (fresh !== undefined) Object.assign(run, { memos: fresh.memos, pending: fresh.pending });
}

/** Lets go of a run until `dueAt` (null: until something arrives); what arrived meanwhile makes it due at once. */
export async function releaseRun(sql: Sql, run: HeldRun, next: { dueAt: Date | null; now: Date }): Promise<Date | null> {
  const [row] = await sql<{ due_at: Date | null }>(
    `UPDATE jobs.runs SET lease_until = NULL, nudged = false, attempt = $3, lapses = 0, retry_at = $4,
       due_at = CASE WHEN nudged OR cancelled_at IS NOT NULL THEN $5::timestamptz ELSE $6::timestamptz END
     WHERE id = $1 AND fence = $2::bigint AND status = 'active' RETURNING due_at`,
    [run.id, run.fence, run.attempt, run.retryAt, next.now, next.dueAt],
  );
  if (row === undefined) throw new LostLease();
  return row.due_at;
}

export type Outcome = { status: "completed"; result: unknown } | { status: "failed"; error: unknown } | { status: "cancelled" };

/** Ends a run under its fence; a cancelled one ends as cancelled whatever its last answer was. */
export async function finishRun(sql: Sql, run: HeldRun, end: { outcome: Outcome; now: Date }): Promise<Outcome["status"]> {
  const { outcome } = end;
  const result = outcome.status === "completed" ? jsonText(outcome.result) : null;
  const error = outcome.status === "failed" ? jsonText(outcome.error) : null;
  const [row] = await sql<{ status: Outcome["status"]; parent_run_id: string | null; parent_step_id: string | null }>(
    `UPDATE jobs.runs SET status = CASE WHEN cancelled_at IS NULL THEN $3 ELSE 'cancelled' END, result = $4::jsonb, error = $5::jsonb,
       finished_at = $6, lease_until = NULL, due_at = NULL, retry_at = NULL, nudged = false
     WHERE id = $1 AND fence = $2::bigint AND status = 'active' RETURNING status, parent_run_id, parent_step_id`,
    [run.id, run.fence, outcome.status, result, error, end.now],
  );
  if (row === undefined) throw new LostLease();
  if (row.parent_run_id !== null && row.parent_step_id !== null) {
    const memo = row.status === "cancelled" ? invokeMemo({ status: "cancelled" }) : invokeMemo(outcome);
    await answerStep(sql, { runId: row.parent_run_id, stepId: row.parent_step_id }, { memo, now: end.now });
  }
  return row.status;
}

function invokeMemo(outcome: Outcome): StepMemo {
  if (outcome.status === "completed") return { data: outcome.result ?? null };
  return { error: outcome.status === "failed" ? outcome.error : { name: "CancelledError", message: "The invoked function was cancelled" } };
}

/** Answers a waiting step from outside the run and makes the run due. */
export async function answerStep(sql: Sql, step: { runId: string; stepId: string }, answer: { memo: StepMemo; now: Date }): Promise<void> {
  const nudged = await sql(
    `UPDATE jobs.runs SET nudged = true, due_at = least(due_at, $2) WHERE id = $1 AND status = 'active' RETURNING id`,
    [step.runId, answer.now],
  );
  if (nudged.length === 0) return;
  await sql(
    `UPDATE jobs.run_steps SET memo = $3::jsonb, position = nextval('jobs.step_order') WHERE run_id = $1 AND step_id = $2 AND memo IS NULL`,
    [step.runId, step.stepId, jsonText(answer.memo)],
  );
  await sql(NOTIFY_WAKE);
}
