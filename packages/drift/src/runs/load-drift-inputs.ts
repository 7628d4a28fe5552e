import { listCommittedUploads, listPayers, readDecisionCells, readSubmissionCells, type CommittedUpload } from "@upstream/claims";
import { dayOf, DomainError } from "@upstream/core";
import { readInCustomer, type CustomerCtx, type ReadQuery } from "@upstream/db";
import { loadSettings } from "@upstream/tenancy";
import { fromEventRow, type EventStateRow } from "../events/event-rows.ts";
import type { Watch } from "../score/sequential.ts";
import type { SignalId } from "../signals/signal-ids.ts";
import type { DriftInputs, LastRun } from "./drift-inputs.ts";
import { keyText, type DriftState } from "./drift-state.ts";

const attempts = 5;

type ProgressRow = {
  id: string;
  kind: string;
  method: string;
  watermark: string | null;
  stagedOn: string | null;
  cellsSha256: string;
  uploadIds: string[];
};
type WatchRow = { signal: SignalId; payerId: string; cptGroup: string; watchedOn: string; direction: number; isConfirmed: boolean };

const progressSql = `SELECT r.id::text, r.kind, r.method, p.watermark, p.staged_on AS "stagedOn", encode(r.cells_sha256, 'hex') AS "cellsSha256",
  ARRAY(SELECT u.value->>'id' FROM jsonb_array_elements(r.uploads) u) AS "uploadIds"
  FROM drift_progress p JOIN drift_runs r ON r.customer_id = p.customer_id AND r.id = p.last_run_id WHERE p.customer_id = $1`;

const watchSql = `SELECT signal, payer_id::text AS "payerId", cpt_group AS "cptGroup", watched_on AS "watchedOn", direction, is_confirmed AS "isConfirmed"
  FROM drift_segment_states WHERE customer_id = $1`;

// A finding may join an event that ended within 28 days; the margin covers a watermark that moved since.
const eventSql = `SELECT e.id::text, e.signal, e.family, e.payer_id::text AS "payerId", e.cpt_group AS "cptGroup", e.direction, e.is_harm AS "isHarm", e.state,
    e.is_open AS "isOpen", e.opened_on AS "openedOn", e.ended_on AS "endedOn", e.end_reason AS "endReason", e.reopened_count AS "reopenedCount",
    e.calm_since AS "calmSince", e.sparse_since AS "sparseSince", e.severity, e.reference, e.opening_effect AS "openingEffect", e.worst_effect AS "worstEffect",
    e.worst_monthly_cents AS "worstMonthlyCents", e.measured, e.attached
  FROM drift_events e LEFT JOIN drift_progress p ON p.customer_id = e.customer_id
  WHERE e.customer_id = $1 AND (e.is_open OR e.ended_on >= p.watermark - 60) ORDER BY e.opened_on, e.id`;

function toState(progress: ProgressRow | undefined, watches: readonly WatchRow[], events: readonly EventStateRow[]): DriftState {
  const stored = watches.map(({ signal, payerId, cptGroup, watchedOn, direction, isConfirmed }): [string, Watch] => [
    keyText({ signal, payerId, group: cptGroup === "" ? null : cptGroup }),
    { day: dayOf(watchedOn), direction, confirmed: isConfirmed },
  ]);
  const stagedOn = progress?.stagedOn ?? null;
  return { stageOn: stagedOn === null ? null : dayOf(stagedOn), watches: new Map(stored), events: events.map(fromEventRow) };
}

function toLastRun({ id, kind, method, watermark, cellsSha256, uploadIds }: ProgressRow): LastRun {
  return { id, kind, method, watermark: watermark === null ? null : dayOf(watermark), cellsSha256, uploadIds };
}

async function readAll(query: ReadQuery, ctx: CustomerCtx): Promise<DriftInputs | undefined> {
  const uploads = await listCommittedUploads(ctx);
  const progress = await query.row<ProgressRow>("drift-progress", progressSql, [ctx.customerId]);
  const watches = await query.rows<WatchRow>("drift-watches", watchSql, [ctx.customerId]);
  const events = await query.rows<EventStateRow>("drift-event-states", eventSql, [ctx.customerId]);
  const { feedKind } = await loadSettings(ctx);
  const payers = await listPayers(ctx);
  const submissions = await readSubmissionCells(ctx);
  const decisions = await readDecisionCells(
    ctx,
    uploads.map(({ id }) => id),
  );
  if (markOf(await listCommittedUploads(ctx)) !== markOf(uploads)) return undefined;
  return {
    rows: { submissions, decisions, uploads },
    uploads,
    payers: new Map(payers.map(({ id, name }) => [id, name])),
    mode: feedKind === "auto" ? undefined : feedKind,
    state: toState(progress, watches, events),
    last: progress === undefined ? undefined : toLastRun(progress),
  };
}

function markOf(uploads: readonly CommittedUpload[]): string {
  return uploads.map(({ id }) => id).join();
}

/**
 * Reads all that a run needs; nine statements whatever the number of claims. Counts change only together with the list of
 * committed files, so a list that is the same before and after makes the reads one snapshot; else they start over.
 */
export async function loadDriftInputs(ctx: CustomerCtx): Promise<DriftInputs> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const inputs = await readInCustomer(ctx, (query) => readAll(query, ctx), { statementTimeoutMs: 60_000 });
    if (inputs !== undefined) return inputs;
  }
  throw new DomainError("UNAVAILABLE", { reason: "uploads-in-motion" });
}
