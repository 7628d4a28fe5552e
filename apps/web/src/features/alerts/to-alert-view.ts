import type { AlertDetail } from "@upstream/alerts/schemas";
import type { DriftEventDetailDto } from "@upstream/drift/schemas";
import type { ChartUnit } from "../../ui/chart/chart-value.ts";
import { dayInZone, formatDay, formatDayRange, formatMoment } from "../../ui/format/format-date.ts";
import { formatExactCents } from "../../ui/format/format-money.ts";
import { otherCauses, type FileRows } from "../../ui/evidence/other-causes.ts";
import { sampleView } from "../../ui/evidence/sample-claims.tsx";
import { slicesView } from "../../ui/evidence/slice-table.tsx";
import { confidenceText } from "../../ui/text/confidence-text.ts";
import { emphasize } from "../../ui/text/emphasize.ts";
import { groupName } from "@upstream/core/schemas";
import { signalName } from "../../ui/text/signal-name.ts";
import { alertTrend } from "./alert-trend.ts";
import { compareRows } from "./alert-compare.ts";
import { alertHistory } from "./alert-history.ts";
import { toAlertRow, type AlertScene } from "./alert-row-view.ts";
import type { AlertView, JudgmentView } from "./alert-view.ts";
import { otherLook } from "./other-look.ts";
import { shownEvidence } from "./shown-evidence.ts";
import { endText, verdictName } from "./alert-words.ts";

/** The drift event behind an alert, and the rows of its files; null what is not known. */
export type AlertBackground = { event: DriftEventDetailDto | null; files: FileRows | null };

/** An alert of the API, with the weekly series of its drift event, as the page shows it. */
export function toAlertView(known: AlertDetail, { event, files }: AlertBackground, scene: AlertScene & { mayRules: boolean }): AlertView {
  const alert = { ...known, evidence: shownEvidence(known, event) };
  const row = toAlertRow(alert, scene);
  const today = dayInZone(scene.now, scene.zone);
  const { baseline, current } = alert.evidence;
  const mine = alert.judgments.find((judgment) => judgment.operator.includes(scene.userId));
  return {
    id: alert.id,
    title: `${alert.payer}, ${groupName(alert.cptGroup)}`,
    signal: signalName(alert.signal),
    sentence: emphasize(alert.sentence),
    severity: alert.severity,
    chip: row.chip,
    state: alert.state,
    hasOwner: alert.assigneeUserId !== null,
    raised: formatMoment(alert.raisedAt, scene.zone, scene.now),
    raisedAt: alert.raisedAt,
    rule: alert.rule.name,
    ruleHref: scene.mayRules ? `${scene.base}/settings/alert-rules` : null,
    confidence: confidenceText(alert.confidence),
    otherLook: event === null ? null : otherLook(known, event, scene.base),
    causes: event === null ? [] : otherCauses(event, files),
    note: alert.suppression?.text ?? (alert.resolution === null ? null : endText(alert.resolution)),
    trend: event === null ? null : alertTrend(alert, event),
    immatureShare: null,
    windows: {
      before: baseline === null ? "" : formatDayRange(baseline.from, baseline.to, today),
      now: current === null ? "" : formatDayRange(current.from, current.to, today),
    },
    compare: compareRows(alert, { estimate: row.estimate, unit: unitOf(alert.evidence.unit), split: event?.evidence.split ?? null }),
    slices: slicesView(alert.evidence.slices),
    claims: { list: alert.evidence.sampleClaims.map((claim) => sampleView(claim, scene.base, today)), all: claimsHref(alert, scene.base) },
    nextSteps: alert.evidence.nextSteps.map(({ title, detail }) => ({ title, detail })),
    history: alertHistory(alert, scene),
    mine: mine === undefined ? null : judgmentOf(mine),
    others: alert.judgments
      .filter((judgment) => judgment !== mine)
      .map((judgment) => ({ name: judgment.operatorName ?? "Somebody", text: judgmentText(judgment) })),
    repeat: repeatOf(alert),
    today,
  };
}

/** Unit of a signal as charts know it. */
export function unitOf(unit: string): ChartUnit {
  return unit === "days" ? "days" : unit === "cents" ? "cents" : "rate";
}

function judgmentOf(judgment: AlertDetail["judgments"][number]): JudgmentView {
  const { verdict, reasons, recoveredCents, recoveredOn, note, followUpOn } = judgment;
  return { verdict, reason: reasons[0] ?? null, recoveredCents, recoveredOn, note, followUpOn };
}

function judgmentText(judgment: AlertDetail["judgments"][number]): string {
  const recovered = judgment.recoveredCents === null ? "" : `, ${formatExactCents(judgment.recoveredCents)} recovered`;
  return `${verdictName(judgment.verdict)}${recovered}${judgment.note === null ? "" : `. ${judgment.note}`}`;
}

function claimsHref(alert: AlertDetail, base: string): string {
  const query = new URLSearchParams({ payer: alert.payer });
  if (alert.cptGroup !== null) query.set("group", alert.cptGroup);
  if (alert.signal === "DENIAL_RATE") query.set("outcome", "denied");
  const current = alert.evidence.current;
  if (current !== null) {
    query.set("from", current.from);
    query.set("to", current.to);
  }
  return `${base}/claims?${query.toString()}`;
}

function repeatOf(alert: AlertDetail): (readonly [string, string])[] {
  const q = alert.evidence.q;
  return [
    ["Drift run", alert.driftRunId],
    ["Drift event", alert.driftEventId],
    ...(alert.startedOn === null ? [] : [["Change began about", formatDay(alert.startedOn)] as const]),
    ...(q === null ? [] : [["q (share of false discoveries)", q < 0.001 ? "below 0.001" : q.toFixed(3)] as const]),
  ];
}
