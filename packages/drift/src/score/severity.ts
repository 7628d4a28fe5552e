import type { Dollars } from "./dollars.ts";

export const severities = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof severities)[number];

/** What is at least at stake each month, as a share of the customer's monthly allowed amount. */
export function severity({ lo, hi }: Omit<Dollars, "point">, monthlyAllowed: number): Severity {
  if (lo <= 0 && hi >= 0) return "low";
  const share = monthlyAllowed > 0 ? Math.min(Math.abs(lo), Math.abs(hi)) / monthlyAllowed : 0;
  if (share >= 0.01) return "critical";
  if (share >= 0.003) return "high";
  return share >= 0.0005 ? "medium" : "low";
}
