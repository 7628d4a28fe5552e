import type { AlertDetail } from "@upstream/alerts/schemas";
import type { DriftEventDetailDto } from "@upstream/drift/schemas";
import { formatChartValue, formatDifference } from "../../ui/chart/chart-value.ts";
import { formatDay } from "../../ui/format/format-date.ts";
import { formatEstimate } from "../../ui/format/format-money.ts";
import { estimateOf } from "./alert-row-view.ts";

type LookedAt = Pick<DriftEventDetailDto, "id" | "unit" | "state" | "current" | "now" | "effect">;

/** The look that an alert's page does not show: of one that stands, that of its raising; of a resolved one, a later one; null where there is but one. */
export function otherLook(alert: AlertDetail, event: LookedAt, base: string): { text: string; href: string } | null {
  const text = alert.state === "resolved" ? sinceText(alert, event) : raisedText(alert);
  return text === null ? null : { text, href: `${base}/drift/${event.id}` };
}

function raisedText(alert: AlertDetail): string | null {
  const { raised } = alert;
  if (raised.sentence === alert.sentence) return null;
  const estimate = estimateOf({ ...alert, ...raised });
  const cents = estimate === null ? null : formatEstimate(estimate.cents);
  const money = cents === null || raised.sentence.includes(cents) ? "" : ` ${cents} ${estimate?.unit}.`;
  return `When it was raised: ${raised.sentence}${money}`;
}

function sinceText({ evidence }: AlertDetail, event: LookedAt): string | null {
  if (evidence.current === null || event.current.to <= evidence.current.to) return null;
  const value = formatChartValue(event.unit, event.now);
  const through = `Looked at again through ${formatDay(event.current.to)}`;
  return event.state === "recovered"
    ? `${through}: back at ${value}.`
    : `${through}: now ${value}, ${formatDifference(event.unit, event.effect)} against before.`;
}
