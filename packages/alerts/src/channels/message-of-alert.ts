import { groupName } from "@upstream/core";
import type { Severity } from "../alert-rules/rule-schemas.ts";
import type { AlertEvidence } from "../lifecycle/evidence-schemas.ts";
import type { MessageAlert } from "./message.ts";
import { figuresOf, impactText, sourcesOf } from "./message-text.ts";

export type AlertFacts = {
  alertId: string;
  severity: Severity;
  payer: string;
  cptGroup: string | null;
  sentence: string;
  impactKind: "at-stake" | "held-back" | "unknown";
  impactCents: number | null;
  evidence: AlertEvidence;
};

/** Dollars in words, where the sentence does not say the same already. */
function impactBeside(facts: AlertFacts): string | null {
  const impact = impactText(facts);
  return impact !== null && facts.sentence.includes(impact) ? null : impact;
}

/** What channels say about an alert; links are paths under the console's address. Claims are counted, never named. */
export function messageOfAlert(facts: AlertFacts, slug: string): MessageAlert {
  return {
    alertId: facts.alertId,
    severity: facts.severity,
    segment: facts.cptGroup === null ? facts.payer : `${facts.payer}, ${groupName(facts.cptGroup)}`,
    sentence: facts.sentence,
    impact: impactBeside(facts),
    figures: figuresOf(facts.evidence),
    sources: sourcesOf(facts.evidence),
    nextSteps: facts.evidence.nextSteps,
    url: `/${slug}/alerts/${facts.alertId}`,
  };
}
