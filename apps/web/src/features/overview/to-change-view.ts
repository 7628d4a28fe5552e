import type { AlertDto } from "@upstream/alerts/schemas";
import type { DriftEventDto, EventSeriesDto } from "@upstream/drift/schemas";
import { formatChartValue } from "../../ui/chart/chart-value.ts";
import { eventSpark } from "../../ui/chart/event-spark.ts";
import { formatCount } from "../../ui/format/format-number.ts";
import type { MoneyEstimate } from "../../ui/money.tsx";
import { groupName } from "@upstream/core/schemas";
import type { ChangeView } from "./view-model.ts";

type ChangeScene = { base: string; lastLookAt: string | null; inbox: readonly AlertDto[] };

function kindOf(event: DriftEventDto, lastLookAt: string | null): ChangeView["kind"] {
  if (event.state === "recovered") return "recovered";
  if (event.state === "worsened") return "worse";
  const isNew = lastLookAt === null || event.openedOn >= lastLookAt.slice(0, 10);
  return isNew ? "new" : "open";
}

function changeOf(event: DriftEventDto): string {
  const [now, before] = [formatChartValue(event.unit, event.now), formatChartValue(event.unit, event.before)];
  if (event.state === "recovered") return `back at ${now}, earlier ${before}`;
  if (event.unit === "days")
    return `decides about ${Math.round(Math.abs(event.effect))} days ${event.effect > 0 ? "later" : "sooner"} than before`;
  return `${event.effect > 0 ? "denies" : "denies only"} ${now}, ${event.effect > 0 ? "up" : "down"} from ${before}`;
}

function estimateOf(event: DriftEventDto): MoneyEstimate | null {
  if (event.impact === null || event.state === "recovered") return null;
  const [low, high] = [Math.abs(event.impact.lowCents), Math.abs(event.impact.highCents)];
  const unit = event.unit === "days" ? "held back" : event.isHarm ? "a month" : "better a month";
  return { cents: Math.abs(event.impact.cents), lowCents: Math.min(low, high), highCents: Math.max(low, high), unit };
}

/** A drift event as a line of what changed; it leads to its alert where there is one. */
export function toChangeView(
  event: DriftEventDto,
  weeks: EventSeriesDto["items"][number] | undefined,
  { base, lastLookAt, inbox }: ChangeScene,
): ChangeView {
  const alert = inbox.find((item) => item.driftEventId === event.id);
  return {
    id: event.id,
    href: alert === undefined ? `${base}/drift/${event.id}` : `${base}/alerts/${alert.id}`,
    severity: event.severity,
    payer: event.payer,
    group: groupName(event.cptGroup),
    kind: kindOf(event, lastLookAt),
    change: changeOf(event),
    evidence: weeks?.count == null ? null : `${formatCount(Math.round(weeks.count))} of ${formatCount(Math.round(weeks.n))} claims`,
    series: weeks === undefined ? null : eventSpark(weeks),
    estimate: estimateOf(event),
    since: `${event.openedOn}T12:00:00Z`,
  };
}
