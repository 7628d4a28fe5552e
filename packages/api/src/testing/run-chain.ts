import { evaluateDrift, listAlerts } from "@upstream/alerts";
import { listClaims, processUpload, receiveUpload } from "@upstream/claims";
import { todayIn } from "@upstream/core";
import type { AlertId, ClaimId, DriftEventId, DriftRunId, PayerId, UploadId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { listDriftEvents, runDrift } from "@upstream/drift";
import { claimFile } from "./claim-file.ts";

/** One id of everything that a claim file brings about. */
export type Chain = {
  uploadId: UploadId;
  claimId: ClaimId;
  payerId: PayerId;
  driftRunId: DriftRunId;
  driftEventId: DriftEventId;
  alertId: AlertId;
};

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error("The claim file brought nothing about");
  return item;
}

/** Sends a claim file whose denials rise and follows it to its alert: upload, claims, run, event, alert. */
export async function runChain(ctx: CustomerCtx, canary: string): Promise<Chain> {
  const text = claimFile(todayIn("America/New_York", ctx.clock.now()), canary);
  const { id: uploadId } = await receiveUpload(ctx, {
    filename: `${canary}.csv`,
    body: (async function* () {
      yield Buffer.from(text);
    })(),
  });
  await processUpload(ctx, { uploadId });
  const run = await runDrift(ctx, { kind: "manual" });
  await evaluateDrift(ctx, { runId: run.id });
  const claim = first((await listClaims(ctx, { limit: 1, sort: "-submittedDate" })).items);
  const event = first((await listDriftEvents(ctx, { limit: 1 })).items);
  const alert = first((await listAlerts(ctx, { limit: 1, sort: "-raisedAt" })).items);
  return { uploadId, claimId: claim.id, payerId: claim.payerId, driftRunId: run.id, driftEventId: event.id, alertId: alert.id };
}
