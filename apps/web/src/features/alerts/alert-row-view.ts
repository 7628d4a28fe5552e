import type { AlertDto } from "@upstream/alerts/schemas";
import { dayInZone, formatDay } from "../../ui/format/format-date.ts";
import type { Series } from "../../ui/chart/spark.tsx";
import type { MoneyEstimate } from "../../ui/money.tsx";
import { initialsOf } from "../../ui/owner.tsx";
import { groupName } from "@upstream/core/schemas";
import { shortChange } from "./short-change.ts";
import type { AlertGroup, AlertRowView } from "./view-model.ts";

export type AlertScene = { base: string; zone: string; now: string; userId: string };

/** An alert of the API as a row of the inbox, with its weeks where they are known. */
export function toAlertRow(alert: AlertDto, scene: AlertScene, series: Series | null = null): AlertRowView {
  return {
    id: alert.id,
    href: `${scene.base}/alerts/${alert.id}`,
    group: groupOf(alert),
    severity: alert.severity,
    payer: alert.payer,
    cptGroup: groupName(alert.cptGroup),
    chip: chipOf(alert, scene),
    ...shortChange(alert),
    series,
    estimate: estimateOf(alert),
    ownerId: alert.assigneeUserId,
    owner:
      alert.assigneeUserId === null
        ? null
        : {
            name: alert.assigneeName ?? "Somebody",
            initials: initialsOf(alert.assigneeName ?? "?"),
            you: alert.assigneeUserId === scene.userId,
          },
    raisedAt: alert.raisedAt,
    snoozedUntil: alert.snoozedUntil,
  };
}

function groupOf(alert: AlertDto): AlertGroup {
  switch (alert.state) {
    case "open":
    case "acknowledged":
      return alert.assigneeUserId === null ? "nobody" : "somebody";
    case "snoozed":
      return "snoozed";
    case "resolved":
      return "resolved";
    case "suppressed":
      return "quiet";
  }
}

function chipOf(alert: AlertDto, { zone, now }: AlertScene): AlertRowView["chip"] {
  const today = dayInZone(now, zone);
  if (alert.state === "snoozed" && alert.snoozedUntil !== null)
    return { kind: "until", text: `until ${untilText(dayInZone(alert.snoozedUntil, zone), today)}` };
  if (alert.state === "resolved") return { kind: "resolved", text: "Resolved" };
  if (alert.state === "suppressed") return { kind: "quiet", text: "Kept quiet" };
  if (alert.followUpOn !== null)
    return { kind: "due", text: alert.followUpOn <= today ? "Due today" : `Due ${formatDay(alert.followUpOn, today)}` };
  if (alert.cause === "worsened") return { kind: "worse", text: "Worse" };
  return alert.state === "open" && alert.assigneeUserId === null ? { kind: "new", text: "New" } : null;
}

function untilText(day: string, today: string): string {
  return Date.parse(day) - Date.parse(today) === 86_400_000 ? "tomorrow" : formatDay(day, today);
}

/** Dollars of an alert; lost each month or held back. */
export function estimateOf(
  alert: Pick<AlertDto, "impactCents" | "impactLowCents" | "impactHighCents" | "impactKind" | "isHarm">,
): MoneyEstimate | null {
  if (alert.impactCents === null || alert.impactKind === "unknown") return null;
  const unit = alert.impactKind === "held-back" ? "held back" : alert.isHarm ? "a month" : "better a month";
  return { cents: Math.abs(alert.impactCents), lowCents: alert.impactLowCents, highCents: alert.impactHighCents, unit };
}
