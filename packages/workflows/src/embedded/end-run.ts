import type { Clock } from "@upstream/core";
import { runsFor } from "./accept-events.ts";
import { NOTIFY_WAKE } from "./jobs-db.ts";
import type { JobsDb } from "./jobs-db.ts";
import type { FunctionTable } from "./learn-functions.ts";
import type { EventRecord } from "./protocol.ts";
import { finishRun } from "./run-store.ts";
import type { HeldRun, Outcome } from "./run-store.ts";
import { startRuns } from "./start-runs.ts";

function failedEvent(run: HeldRun, error: unknown, now: Date): EventRecord {
  return {
    id: `${run.id}:failed`,
    name: "inngest/function.failed",
    data: { function_id: run.functionId, run_id: run.id, error, event: run.event, events: [run.event] },
    ts: now.getTime(),
  };
}

/** Ends a run; a failed one starts its failure handler in the same transaction. */
export async function endRun(deps: { db: JobsDb; table: FunctionTable; clock: Clock }, run: HeldRun, outcome: Outcome): Promise<void> {
  const now = deps.clock.now();
  if (outcome.status === "completed" && !run.hasParent) {
    await finishRun(deps.db.sql, run, { outcome, now });
    return;
  }
  await deps.db.inTransaction(async (sql) => {
    const status = await finishRun(sql, run, { outcome, now });
    if (status !== "failed" || outcome.status !== "failed") return;
    await startRuns(sql, runsFor(deps.table, failedEvent(run, outcome.error, now)), now);
    await sql(NOTIFY_WAKE);
  });
}
