import type { AlertDto } from "@upstream/alerts/schemas";
import type { AlertSums } from "./alerts-sentence.ts";

/** Totals of open alerts; money lost each month and money held back stay apart, improvements count nothing. */
export function sumAlerts(alerts: readonly AlertDto[], isCompared: boolean): AlertSums {
  const cents = (kind: AlertDto["impactKind"]) =>
    alerts.filter((alert) => alert.isHarm && alert.impactKind === kind).reduce((sum, alert) => sum + Math.abs(alert.impactCents ?? 0), 0);
  return {
    open: alerts.length,
    withoutOwner: alerts.filter((alert) => alert.assigneeUserId === null).length,
    atStakeCents: cents("at-stake"),
    heldBackCents: cents("held-back"),
    isCompared: isCompared || alerts.length > 0,
  };
}
