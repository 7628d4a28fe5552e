import type { Clock } from "@upstream/core";
import type { FunctionCaller } from "./call-function.ts";
import { retryAfterEnd } from "./durations.ts";
import { endRun } from "./end-run.ts";
import { invokeFunctions } from "./invoke-functions.ts";
import type { JobsDb } from "./jobs-db.ts";
import type { FunctionTable, LearnedFunction } from "./learn-functions.ts";
import type { FunctionAnswer, FunctionCall, Operation } from "./protocol.ts";
import { dueSteps, memoOf, pendingOf, resultMemo, UnsupportedOperation } from "./read-operations.ts";
import { releaseRun, saveSteps } from "./run-store.ts";
import type { HeldRun, PendingStep, StepChange } from "./run-store.ts";

export type RunnerDeps = {
  db: JobsDb;
  table: FunctionTable;
  clock: Clock;
  call: FunctionCaller;
  leaseMs: number;
  /** Milliseconds before the attempt after this one (0 is the first). */
  backoffMs: (attempt: number) => number;
  isStopping: () => boolean;
};

type Work = { deps: RunnerDeps; run: HeldRun; fn: LearnedFunction };
type Verdict = "again" | "wait" | "ended";

/** So often may a run vanish with its executor before it counts as what kills them. */
const MAX_LAPSES = 5;

function save({ deps, run }: Work, steps: StepChange[]): Promise<void> {
  return saveSteps(deps.db.sql, run, { steps, leaseUntil: new Date(deps.clock.now().getTime() + deps.leaseMs) });
}

function retryTime({ deps }: Work, attempt: number, answer: FunctionAnswer): Date {
  const now = deps.clock.now();
  return retryAfterEnd(answer.retryAfter, now) ?? new Date(now.getTime() + deps.backoffMs(attempt));
}

function callOf({ run, fn }: Work, part: Pick<FunctionCall, "stepId" | "attempt" | "disableImmediateExecution">): FunctionCall {
  const { functionId, id: runId, event, memos, sdkVersion } = run;
  return { functionId, runId, event, memos, sdkVersion, maxAttempts: fn.maxAttempts, ...part };
}

async function retryOrFail(work: Work, answer: FunctionAnswer, error: unknown): Promise<Verdict> {
  const { run, fn, deps } = work;
  if (answer.isFinal || run.attempt + 1 >= fn.maxAttempts) {
    await endRun(deps, run, { status: "failed", error });
    return "ended";
  }
  run.retryAt = retryTime(work, run.attempt, answer);
  run.attempt += 1;
  return "wait";
}

/** A step that ran inside the main call and failed: its attempts are the run's own counter. */
async function applyStepError(work: Work, answer: FunctionAnswer, operation: Operation): Promise<Verdict> {
  const { run, fn } = work;
  if (!answer.isFinal && run.attempt + 1 < fn.maxAttempts) return retryOrFail(work, answer, operation.error);
  run.attempt = 0;
  await save(work, [
    { ...pendingOf({ ...operation, op: "StepPlanned" }, work.deps.clock.now()), op: "StepRun", memo: { error: operation.error ?? null } },
  ]);
  return "again";
}

async function applyOperations(work: Work, answer: FunctionAnswer, operations: Operation[]): Promise<Verdict> {
  const { run, deps } = work;
  const failed = operations.find((operation) => operation.op === "StepError");
  if (failed !== undefined) return applyStepError(work, answer, failed);
  const now = deps.clock.now();
  const isKnown = (id: string): boolean => run.memos.has(id) || run.pending.has(id);
  const changes = operations.flatMap((operation): StepChange[] => {
    const memo = memoOf(operation);
    if (memo !== undefined) return [{ ...pendingOf({ ...operation, op: "StepPlanned" }, now), op: "StepRun", memo }];
    return isKnown(operation.id) ? [] : [pendingOf(operation, now)];
  });
  if (changes.length === 0 && run.pending.size === 0) throw new UnsupportedOperation("that asks for nothing new");
  if (changes.some((change) => change.memo !== null)) run.attempt = 0;
  const invocations = operations.filter((operation) => operation.op === "InvokeFunction" && !isKnown(operation.id));
  if (invocations.length > 0) await invokeFunctions(deps, run, { invocations, changes, now });
  else if (changes.length > 0) await save(work, changes);
  return run.isCancelled || changes.some((change) => change.op === "StepPlanned" || run.memos.has(change.stepId)) ? "again" : "wait";
}

async function callMain(work: Work): Promise<Verdict> {
  const { run, deps } = work;
  const answer = await deps.call(callOf(work, { stepId: "step", attempt: run.attempt, disableImmediateExecution: run.pending.size > 0 }));
  if (answer.sdkVersion >= 0) run.sdkVersion = answer.sdkVersion;
  if (answer.kind === "failure") return retryOrFail(work, answer, answer.error);
  if (answer.kind === "operations") return applyOperations(work, answer, answer.operations);
  const memo = resultMemo(run.functionId, answer.data);
  await endRun(deps, run, "error" in memo ? { status: "failed", error: memo.error } : { status: "completed", result: memo.data });
  return "ended";
}

async function callPlanned(work: Work, step: PendingStep): Promise<void> {
  const { fn, deps } = work;
  const answer = await deps.call(callOf(work, { stepId: step.stepId, attempt: step.attempt, disableImmediateExecution: true }));
  const operation = answer.kind === "operations" ? answer.operations.find((one) => one.id === step.stepId) : undefined;
  const memo = operation === undefined ? undefined : memoOf(operation);
  const error = operation?.error ?? (answer.kind === "failure" ? answer.error : null);
  const isSpent = answer.isFinal || step.attempt + 1 >= fn.maxAttempts;
  if (memo !== undefined || isSpent) return save(work, [{ ...step, memo: memo ?? { error } }]);
  await save(work, [{ ...step, memo: null, attempt: step.attempt + 1, dueAt: retryTime(work, step.attempt, answer) }]);
}

async function advanceOnce(work: Work): Promise<Verdict> {
  const { run, deps, fn } = work;
  if (run.isCancelled) {
    await endRun(deps, run, { status: "cancelled" });
    return "ended";
  }
  const now = deps.clock.now();
  const due = dueSteps(run, now);
  if (due.length > 0) await save(work, due);
  const ready = [...run.pending.values()].filter((step) => step.op === "StepPlanned" && step.dueAt !== null && step.dueAt <= now);
  if (ready.length > 0) {
    const atOnce = Math.min(ready.length, ...fn.concurrency.map((limit) => limit.limit));
    await Promise.all(ready.slice(0, atOnce).map((step) => callPlanned(work, step)));
    return "again";
  }
  if (run.retryAt !== null && run.retryAt > now) return "wait";
  return callMain(work);
}

/** When a run that waits must be looked at again, or null when only an event can wake it. */
function wakeTime(run: HeldRun): Date | null {
  const times = [run.retryAt, ...[...run.pending.values()].map((step) => step.dueAt)].filter((time) => time !== null);
  return times.reduce<Date | null>((first, time) => (first === null || time < first ? time : first), null);
}

async function letGo({ deps, run }: Work, dueAt: Date | null): Promise<void> {
  const now = deps.clock.now();
  const next = await releaseRun(deps.db.sql, run, { dueAt, now });
  if (next !== null && next > now) await deps.db.wakeAt(next);
}

/** Calls a held run's function step by step until it ends, waits, or this executor stops. */
export async function advanceRun(deps: RunnerDeps, run: HeldRun): Promise<void> {
  const fn = deps.table.get(run.functionId);
  if (fn === undefined) throw new Error(`${run.functionId} is not served here`);
  const work: Work = { deps, run, fn };
  if (run.lapses > MAX_LAPSES) {
    const error = { name: "AbandonedRun", message: `No executor survived this run in ${run.lapses} attempts` };
    return endRun(deps, run, { status: "failed", error });
  }
  while (!deps.isStopping()) {
    try {
      const verdict = await advanceOnce(work);
      if (verdict === "ended") return;
      if (verdict === "wait") return await letGo(work, wakeTime(run));
    } catch (error) {
      if (!(error instanceof UnsupportedOperation)) throw error;
      return endRun(deps, run, { status: "failed", error: { name: error.name, message: error.message } });
    }
  }
  await letGo(work, deps.clock.now());
}
