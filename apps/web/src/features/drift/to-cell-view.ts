import type { DriftEventDetailDto, SegmentDto } from "@upstream/drift/schemas";
import { formatChartValue, formatDifference } from "../../ui/chart/chart-value.ts";
import { eventTrend } from "../../ui/chart/event-trend.ts";
import { formatEstimate } from "../../ui/format/format-money.ts";
import { formatCount, formatDecimal, formatSigned } from "../../ui/format/format-number.ts";
import { groupName } from "@upstream/core/schemas";
import { signalName } from "../../ui/text/signal-name.ts";
import type { CellView } from "./view-model.ts";

type CellScene = { base: string; unit: "rate" | "days"; signal: string; alertHref: string | null };

/** The chosen cell with its numbers; the trend comes with the drift event, when there is one. */
export function toCellView(segment: SegmentDto, event: DriftEventDetailDto | null, scene: CellScene): CellView {
  const claims = new URLSearchParams({ payer: segment.payer, ...(segment.cptGroup === null ? {} : { group: segment.cptGroup }) });
  return {
    title: `${segment.payer}, ${groupName(segment.cptGroup)}`,
    severity: event === null ? null : event.severity,
    trend: event === null ? null : eventTrend(event, signalName(scene.signal)),
    pairs: pairsOf(segment, event, scene.unit),
    alertHref: scene.alertHref,
    eventHref: event === null ? null : `${scene.base}/drift/${event.id}`,
    claimsHref: `${scene.base}/claims?${claims.toString()}`,
    note: event === null || segment.status === "few" ? noteOf(segment, scene.unit) : null,
  };
}

function pairsOf(segment: SegmentDto, event: DriftEventDetailDto | null, unit: "rate" | "days"): (readonly [string, string])[] {
  const scale = unit === "rate" ? 100 : 1;
  const pairs: (readonly [string, string])[] = [];
  if (segment.now !== null) pairs.push(["Now", formatChartValue(unit, segment.now)]);
  if (segment.before !== null) pairs.push(["Before", formatChartValue(unit, segment.before)]);
  if (segment.effect !== null) pairs.push(["Difference", formatDifference(unit, segment.effect)]);
  if (segment.effectLow !== null && segment.effectHigh !== null)
    pairs.push(["95% interval", `${formatSigned(segment.effectLow * scale)} to ${formatSigned(segment.effectHigh * scale)}`]);
  if (event?.impact != null)
    pairs.push([event.isHarm ? "At stake each month" : "Better each month", formatEstimate(Math.abs(event.impact.cents))]);
  pairs.push(["Claims", formatCount(Math.round(segment.n))]);
  if (segment.smallestChange !== null) pairs.push(["Smallest change we would notice", smallest(segment.smallestChange, unit)]);
  return pairs;
}

function noteOf(segment: SegmentDto, unit: "rate" | "days"): string {
  if (segment.status === "few") return fewText(segment, unit);
  const { effectLow, effectHigh } = segment;
  return effectLow !== null && effectHigh !== null && (effectLow > 0 || effectHigh < 0)
    ? "Not confirmed: among this many pairs, a few stand out by chance."
    : "No clear change: the interval holds no change.";
}

function fewText(segment: SegmentDto, unit: "rate" | "days"): string {
  const noticed = segment.smallestChange === null ? "" : ` We would notice a change of ${smallest(segment.smallestChange, unit)} or more.`;
  return `${formatCount(Math.round(segment.n))} claims in four weeks.${noticed}`;
}

function smallest(value: number, unit: "rate" | "days"): string {
  return unit === "rate" ? `${formatDecimal(Math.abs(value) * 100)} points` : `${formatDecimal(Math.abs(value))} days`;
}
