import type { RunFinding } from "@upstream/drift";
import type { Finding } from "./finding.ts";
import { nextStepsFor } from "./next-steps.ts";

/** A drift event as a rule sees it, with the evidence that its alert keeps. */
export function toFinding(found: RunFinding): Finding {
  const { event, baseline, current } = found;
  const impactCents = found.impactKind === "unknown" ? null : (event.impact?.cents ?? null);
  const impactKind = impactCents === null ? "unknown" : found.impactKind;
  const facts = { signal: event.signal, payer: event.payer, cptGroup: event.cptGroup, severity: event.severity, impactKind, impactCents };
  return {
    ...facts,
    driftEventId: found.driftEventId,
    kind: found.kind,
    isHistoric: found.isHistoric,
    direction: event.direction,
    isHarm: event.isHarm,
    effect: event.effect,
    q: found.q,
    confidence: event.confidence,
    impactLowCents: impactCents === null ? null : (event.impact?.lowCents ?? null),
    impactHighCents: impactCents === null ? null : (event.impact?.highCents ?? null),
    startedOn: found.startedOn,
    sentence: event.sentence,
    facilities: found.slices.filter((slice) => slice.dimension === "facility").map((slice) => slice.value),
    evidence: {
      unit: event.unit,
      baseline,
      current,
      effect: event.effect,
      effectLow: event.effectLow,
      effectHigh: event.effectHigh,
      q: found.q,
      slices: found.slices,
      nextSteps: nextStepsFor({ ...facts, topReason: topReason(found), extraEvents: extraEvents(found) }),
    },
  };
}

function topReason(found: RunFinding): string | null {
  return found.slices.find((slice) => slice.dimension === "reason")?.value ?? null;
}

/** Events beyond those that the baseline rate would give; null where the signal counts none or the change is for the better. */
function extraEvents({ baseline, current }: RunFinding): number | null {
  if (current.count === null) return null;
  const extra = current.count - baseline.value * current.n;
  return extra > 0 ? extra : null;
}
