export type DedupeParts = {
  alertRuleId: string;
  signal: string;
  payer: string;
  cptGroup: string | null;
  direction: "higher" | "lower";
};

/** The key that repeats and noise are counted by: rule, signal, payer, CPT group (or the payer as a whole) and direction. */
export function dedupeKey(parts: DedupeParts): string {
  return JSON.stringify([parts.alertRuleId, parts.signal, parts.payer, parts.cptGroup, parts.direction]);
}
