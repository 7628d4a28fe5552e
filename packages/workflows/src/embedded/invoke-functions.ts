import type { Clock } from "@upstream/core";
import { newId } from "@upstream/core";
import { z } from "zod";
import { NOTIFY_WAKE } from "./jobs-db.ts";
import type { JobsDb } from "./jobs-db.ts";
import type { FunctionTable } from "./learn-functions.ts";
import type { EventRecord, Operation } from "./protocol.ts";
import { saveSteps } from "./run-store.ts";
import type { HeldRun, StepChange } from "./run-store.ts";
import { startRuns } from "./start-runs.ts";
import type { NewRun } from "./start-runs.ts";

const invocation = z.looseObject({
  function_id: z.string(),
  payload: z.looseObject({ data: z.record(z.string(), z.unknown()).nullish() }).nullish(),
});

type Request = { invocations: Operation[]; changes: StepChange[]; now: Date };

function childRun(table: FunctionTable, run: HeldRun, request: { operation: Operation; now: Date }): NewRun | undefined {
  const { function_id: id, payload } = invocation.parse(request.operation.opts);
  const fn = table.get(id);
  const event: EventRecord = { id: newId(), name: "inngest/function.invoked", data: payload?.data ?? {}, ts: request.now.getTime() };
  return fn === undefined ? undefined : { fn, event, parent: { runId: run.id, stepId: request.operation.id } };
}

/** Stores invoke steps together with the runs they start; an unknown function is the step's error. */
export async function invokeFunctions(
  deps: { db: JobsDb; table: FunctionTable; clock: Clock; leaseMs: number },
  run: HeldRun,
  request: Request,
): Promise<void> {
  const { invocations, changes, now } = request;
  const children = new Map(invocations.map((operation) => [operation.id, childRun(deps.table, run, { operation, now })]));
  const unknown = { name: "FunctionNotFound", message: "The invoked function is not served here" };
  const steps = changes.map((step) =>
    children.has(step.stepId) && children.get(step.stepId) === undefined ? { ...step, memo: { error: unknown } } : step,
  );
  await deps.db.inTransaction(async (sql) => {
    await saveSteps(sql, run, { steps, leaseUntil: new Date(now.getTime() + deps.leaseMs) });
    await startRuns(
      sql,
      [...children.values()].filter((child) => child !== undefined),
      now,
    );
    await sql(NOTIFY_WAKE);
  });
}
