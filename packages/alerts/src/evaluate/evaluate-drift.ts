import { requirePermission } from "@upstream/core";
import type { DriftRunId } from "@upstream/core";
import { bulkInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { applyFindings } from "./apply-findings.ts";
import type { EvaluationResult } from "./apply-findings.ts";
import { loadFindings } from "./load-findings.ts";

/** Decides what a drift run means for people: raises, keeps quiet, resolves, and plans what is to be sent. Once per run. */
export async function evaluateDrift(ctx: CustomerCtx, input: { runId: DriftRunId }): Promise<EvaluationResult> {
  requirePermission(ctx.actor, "alerts:write");
  return bulkInCustomer(
    ctx,
    (client) => applyFindings(client, ctx, { driftRunId: input.runId, load: () => loadFindings(ctx, input.runId) }),
    { retries: 2 },
  );
}
