import type { AlertDto } from "@upstream/alerts/schemas";
import type { DriftEventDetailDto } from "@upstream/drift/schemas";
import { formatChartValue } from "../../ui/chart/chart-value.ts";
import { eventSpark } from "../../ui/chart/event-spark.ts";
import { formatCount } from "../../ui/format/format-number.ts";
import type { MoneyEstimate } from "../../ui/money.tsx";
import { groupName } from "../../ui/text/group-name.ts";
import type { ChangeView } from "./view-model.ts";

type ChangeScene = { base: string; lastLookAt: string | null; inbox: readonly AlertDto[] };

function kindOf(event: DriftEventDetailDto, lastLookAt: string | null): ChangeView["kind"] {
  if (event.state === "recovered") return "recovered";
  if (event.state === "worsened") return "worse";
  const isNew = lastLookAt === null || event.openedOn >= lastLookAt.slice(0, 10);
  return isNew ? "new" : "open";
}

function changeOf(event: DriftEventDetailDto): string {
  const [now, before] = [formatChartValue(event.unit, event.now), formatChartValue(event.unit, event.before)];
  if (event.state === "recovered") return `back at ${now}, earlier ${before}`;
  if (event.unit === "days")
    return `decides about ${Math.round(Math.abs(event.effect))} days ${event.effect > 0 ? "later" : "sooner"} than before`;
  return `${event.effect > 0 ? "denies" : "denies only"} ${now}, ${event.effect > 0 ? "up" : "down"} from ${before}`;
}

function estimateOf(event: DriftEventDetailDto): MoneyEstimate | null {
  if (event.impact === null || event.state === "recovered") return null;
  const [low, high] = [Math.abs(event.impact.lowCents), Math.abs(event.impact.highCents)];
  const unit = event.unit === "days" ? "held back" : event.isHarm ? "a month" : "better a month";
  return { cents: Math.abs(event.impact.cents), lowCents: Math.min(low, high), highCents: Math.max(low, high), unit };
}

/** A drift event as a line of what changed; it leads to its alert where there is one. */
export function toChangeView(event: DriftEventDetailDto, { base, lastLookAt, inbox }: ChangeScene): ChangeView {
  const alert = inbox.find((item) => item.payer === event.payer && item.cptGroup === event.cptGroup && item.signal === event.signal);
  const { count, n } = event.current;
  return {
    id: event.id,
    href: alert === undefined ? `${base}/drift/${event.id}` : `${base}/alerts/${alert.id}`,
    severity: event.severity,
    payer: event.payer,
    group: groupName(event.cptGroup),
    kind: kindOf(event, lastLookAt),
    change: changeOf(event),
    evidence: event.unit === "rate" && count !== null ? `${formatCount(Math.round(count))} of ${formatCount(Math.round(n))} claims` : null,
    series: eventSpark(event.evidence),
    estimate: estimateOf(event),
    since: `${event.openedOn}T12:00:00Z`,
  };
}
