import { actorText, dayOf, DomainError, isoOf, newId, requirePermission, type DriftRunId } from "@upstream/core";
import { bulkInCustomer, emitAudit, type CustomerCtx } from "@upstream/db";
import { buildCells } from "../look/build-cells.ts";
import type { DriftRunDetailDto, RunDriftInput } from "../schemas.ts";
import { cellsDigest } from "./cells-digest.ts";
import { methodVersion } from "./describe-event.ts";
import type { DriftInputs } from "./drift-inputs.ts";
import { getDriftRun } from "./get-drift-run.ts";
import { loadDriftInputs } from "./load-drift-inputs.ts";
import { planRun } from "./plan-run.ts";
import { writeRun, type RunHeader, type WriteInput } from "./write-run.ts";

const attempts = 3;

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Scheduled runs are named by their day, the others by their moment. */
function headerOf(ctx: CustomerCtx, input: RunDriftInput, inputs: DriftInputs, cellsSha256: Buffer): RunHeader {
  const startedAt = ctx.clock.now();
  const isScheduled = input.kind === "daily" || input.kind === "weekly";
  const today = dayOf(startedAt.toISOString().slice(0, 10));
  const newest = inputs.uploads.reduce((latest, { receivedOn }) => Math.max(latest, receivedOn), -Infinity);
  const asOfDay = input.asOf === undefined ? Math.max(newest, isScheduled || newest === -Infinity ? today : newest) : dayOf(input.asOf);
  const asOf = input.asOf === undefined && !isScheduled ? startedAt : new Date(`${isoOf(asOfDay)}T00:00:00Z`);
  return { id: newId<DriftRunId>(), kind: input.kind, asOf, asOfDay, requestedBy: actorText(ctx.actor), startedAt, cellsSha256 };
}

function saysNothingNew(input: RunDriftInput, inputs: DriftInputs, digest: Buffer): boolean {
  const { last } = inputs;
  const isRepeat = last !== undefined && input.asOf === undefined && last.kind === input.kind && last.method === methodVersion;
  return isRepeat && (input.kind === "upload" || input.kind === "manual") && last.cellsSha256 === digest.toString("hex");
}

async function storeRun(ctx: CustomerCtx, input: WriteInput): Promise<string | undefined> {
  return bulkInCustomer(
    ctx,
    async (tx) => {
      const written = await writeRun(tx, ctx, input);
      if (written.outcome === "stale") return undefined;
      if (written.outcome === "existing") return written.id;
      const { header, plan } = input;
      const opened = plan.changes.filter(({ kind }) => kind === "opened").length;
      const payload = { kind: header.kind, status: plan.status, looks: plan.replay?.looks ?? 0, opened };
      await emitAudit(tx, ctx, { action: "drift.run", entity: "drift_run", entityId: header.id, payload });
      return header.id;
    },
    { retries: 2 },
  );
}

async function attemptRun(ctx: CustomerCtx, input: RunDriftInput): Promise<string | undefined> {
  const inputs = await loadDriftInputs(ctx);
  const cells = buildCells(inputs.rows);
  const digest = cellsDigest(cells);
  if (inputs.last !== undefined && saysNothingNew(input, inputs, digest)) return inputs.last.id;
  const header = headerOf(ctx, input, inputs, digest);
  await pause();
  const plan = await planRun({ cells, inputs, asOf: header.asOfDay, pause });
  return storeRun(ctx, { header, inputs, plan });
}

/**
 * Looks for drift in all the data known so far and stores what it finds. The same request, or the same data seen again for
 * the same reason, answers with the run that is there; a run that another one overtook starts over from fresh data.
 */
export async function runDrift(ctx: CustomerCtx, input: RunDriftInput): Promise<DriftRunDetailDto> {
  requirePermission(ctx.actor, "drift:write");
  for (let attempt = 0; attempt < attempts; attempt++) {
    const runId = await attemptRun(ctx, input);
    if (runId === undefined) continue;
    return getDriftRun(ctx, { runId: runId as DriftRunId });
  }
  throw new DomainError("UNAVAILABLE", { reason: "drift-run-overtaken" });
}
