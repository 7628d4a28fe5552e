/** The one severity scale of the product, least first. */
export const severities = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof severities)[number];

const names: Record<Severity, string> = { low: "Low", medium: "Medium", high: "High", critical: "Critical" };

/** The word of a severity with a capital letter. */
export function severityName(severity: Severity): string {
  return names[severity];
}
