import type { DriftEventId } from "@upstream/core";
import type { Severity } from "../alert-rules/rule-schemas.ts";
import type { AlertEvidence } from "../lifecycle/evidence-schemas.ts";

export type FindingKind = "opened" | "continuing" | "worsened" | "recovered" | "withdrawn";

/** What a drift run says about one drift event, in the words the rules understand. */
export type Finding = {
  driftEventId: DriftEventId;
  kind: FindingKind;
  /** Under way before the customer's data began, or found while a back-fill was replayed. */
  isHistoric: boolean;
  signal: string;
  payer: string;
  cptGroup: string | null;
  direction: "higher" | "lower";
  isHarm: boolean;
  severity: Severity;
  /** Signed effect in the signal's unit. */
  effect: number | null;
  q: number | null;
  confidence: number | null;
  impactKind: "at-stake" | "held-back" | "unknown";
  impactCents: number | null;
  impactLowCents: number | null;
  impactHighCents: number | null;
  startedOn: string | null;
  sentence: string;
  /** Facilities among the slices that explain the change. */
  facilities: readonly string[];
  evidence: AlertEvidence;
};
