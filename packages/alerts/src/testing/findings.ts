import { newId } from "@upstream/core";
import type { DriftEventId, DriftRunId } from "@upstream/core";
import { bulkInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { applyFindings } from "../evaluate/apply-findings.ts";
import type { EvaluationResult } from "../evaluate/apply-findings.ts";
import type { Finding } from "../evaluate/finding.ts";

/** A harmful denial finding worth $15,500 a month; override what matters. */
export function findingOf(changes: Partial<Finding> = {}): Finding {
  return {
    driftEventId: newId<DriftEventId>(),
    kind: "opened",
    isHistoric: false,
    signal: "DENIAL_RATE",
    payer: "Aster Health Plan",
    cptGroup: "IMAGING",
    direction: "higher",
    isHarm: true,
    severity: "high",
    effect: 0.115,
    q: 0.01,
    confidence: 0.97,
    impactKind: "at-stake",
    impactCents: 1_550_000,
    impactLowCents: 980_000,
    impactHighCents: 2_140_000,
    startedOn: "2026-04-22",
    sentence:
      "Aster Health Plan denied 18.6% of Imaging claims decided Apr 22 to May 19, up from 7.1% of comparable claims before: 11.5 points more (95% interval 7.3 to 15.9).",
    facilities: [],
    evidence: {
      unit: "rate",
      baseline: { from: "2026-01-28", to: "2026-04-21", n: 1284, count: 91, value: 0.0709 },
      current: { from: "2026-04-22", to: "2026-05-19", n: 431, count: 80, value: 0.1856 },
      effect: 0.115,
      effectLow: 0.073,
      effectHigh: 0.159,
      q: 0.01,
      slices: [{ dimension: "cpt", value: "73721", shareOfChange: 0.48, shareOfVolume: 0.21 }],
      nextSteps: [{ urgency: "today", title: "Read the denied claims behind it", detail: "Look for one rule they have in common." }],
    },
    ...changes,
  };
}

/** Evaluates findings as those of a drift run. */
export async function evaluateFindings(
  ctx: CustomerCtx,
  findings: readonly Finding[],
  runId = newId<DriftRunId>(),
): Promise<EvaluationResult> {
  return bulkInCustomer(ctx, (client) => applyFindings(client, ctx, { driftRunId: runId, load: async () => [...findings] }));
}
