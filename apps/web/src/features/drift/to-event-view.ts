import type { ClaimDto } from "@upstream/claims/schemas";
import type { DriftEventDetailDto } from "@upstream/drift/schemas";
import { formatChartValue, formatDifference } from "../../ui/chart/chart-value.ts";
import { eventTrend } from "../../ui/chart/event-trend.ts";
import type { CompareRow } from "../../ui/evidence/compare-table.tsx";
import { lifeOf } from "./event-life.ts";
import { otherCauses, type FileRows } from "../../ui/evidence/other-causes.ts";
import { splitRows } from "../../ui/evidence/split-rows.ts";
import { sampleView } from "../../ui/evidence/sample-claims.tsx";
import { slicesView } from "../../ui/evidence/slice-table.tsx";
import { formatDay, formatDayRange } from "../../ui/format/format-date.ts";
import { formatEstimate, formatEstimateRange } from "../../ui/format/format-money.ts";
import { formatCount, formatDecimal, formatSigned } from "../../ui/format/format-number.ts";
import { confidenceText } from "../../ui/text/confidence-text.ts";
import { emphasize } from "../../ui/text/emphasize.ts";
import { groupName } from "@upstream/core/schemas";
import { signalName } from "../../ui/text/signal-name.ts";
import type { DriftEventView } from "./view-model.ts";

type EventScene = { base: string; today: string; alertHref: string | null; files: FileRows | null };

/** A drift event of the API, with the dearest claims behind it, as its page shows it. */
export function toEventView(event: DriftEventDetailDto, samples: readonly ClaimDto[], scene: EventScene): DriftEventView {
  const claims = new URLSearchParams({ payer: event.payer, from: event.current.from, to: event.current.to });
  if (event.cptGroup !== null) claims.set("group", event.cptGroup);
  return {
    id: event.id,
    title: `${event.payer}, ${groupName(event.cptGroup)}`,
    signal: signalName(event.signal),
    sentence: emphasize(event.sentence),
    severity: event.severity,
    state: event.state,
    since: formatDay(event.openedOn, scene.today),
    confidence: confidenceText(event.confidence),
    causes: otherCauses(event, scene.files),
    life: lifeOf(event, scene.today),
    trend: eventTrend(event, signalName(event.signal)),
    immatureShare: null,
    windows: {
      before: formatDayRange(event.baseline.from, event.baseline.to, scene.today),
      now: formatDayRange(event.current.from, event.current.to, scene.today),
    },
    compare: compareOf(event),
    slices: slicesView(event.evidence.slices),
    claims: {
      list: samples.map((claim) => sampleView(toSample(claim), scene.base, scene.today)),
      all: `${scene.base}/claims?${claims.toString()}`,
    },
    alertHref: scene.alertHref,
    facts: factsOf(event, scene.today),
  };
}

function toSample(claim: ClaimDto): Parameters<typeof sampleView>[0] {
  return {
    claimId: claim.id,
    cpt: claim.cpt,
    submittedOn: claim.submittedDate,
    decidedOn: claim.decidedDate,
    outcome: claim.outcome,
    reason: claim.denialReasonCode,
    facility: null,
    billedCents: claim.billedCents,
  };
}

function counted({ count, n }: { count: number | null; n: number }): string {
  return count === null ? formatCount(Math.round(n)) : `${formatCount(Math.round(count))} of ${formatCount(Math.round(n))}`;
}

function compareOf(event: DriftEventDetailDto): CompareRow[] {
  const { unit, baseline, current, evidence } = event;
  const scale = unit === "rate" ? 100 : 1;
  const rows: CompareRow[] = [
    {
      name: baseline.count === null ? "Claims compared" : "Denied of decided",
      before: counted(baseline),
      now: counted(current),
      difference: "",
      interval: "",
      strong: false,
      tone: null,
    },
    {
      name: signalName(event.signal),
      before: formatChartValue(unit, event.before),
      now: formatChartValue(unit, event.now),
      difference: formatDifference(unit, event.effect),
      interval: `${formatSigned(event.effectLow * scale)} to ${formatSigned(event.effectHigh * scale)}`,
      strong: true,
      tone: event.isHarm ? `c-${event.severity}` : "c-good",
    },
  ];
  rows.push(...splitRows(evidence.split));
  if (event.impact !== null) {
    const { cents, lowCents, highCents } = event.impact;
    rows.push({
      name: event.isHarm ? "At stake each month" : "Better each month",
      before: "",
      now: "",
      difference: formatEstimate(Math.abs(cents)),
      interval: formatEstimateRange(lowCents, highCents),
      strong: true,
      tone: null,
    });
  }
  return rows;
}

function factsOf(event: DriftEventDetailDto, today: string): (readonly [string, string])[] {
  const { evidence } = event;
  return [
    ["Confirmed", formatDay(event.openedOn, today)],
    ...(event.endedOn === null ? [] : [["Ended", formatDay(event.endedOn, today)] as const]),
    ["Best window", `${evidence.windowDays} days`],
    ["Compared with", `${evidence.baselineDays} days before`],
    ...(evidence.smallestChange === null
      ? []
      : [
          [
            "Smallest change we would notice",
            event.unit === "rate"
              ? `${formatDecimal(Math.abs(evidence.smallestChange) * 100)} points`
              : `${formatDecimal(Math.abs(evidence.smallestChange))} days`,
          ] as const,
        ]),
    ["Files looked at", formatCount(evidence.uploadIds.length)],
    ["Method", evidence.method],
  ];
}
