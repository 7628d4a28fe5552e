import type { AlertDto, LedgerDto } from "@upstream/alerts/schemas";
import type { DashboardDto } from "@upstream/api";
import type { PayerTrendDto, QualitySummaryDto, UploadDto } from "@upstream/claims/schemas";
import type { DriftEventDto, EventSeriesDto } from "@upstream/drift/schemas";
import { formatMoment, formatNearDay, speakAge } from "../../ui/format/format-date.ts";
import { formatCount, plural } from "../../ui/format/format-number.ts";
import type { MoneyEstimate } from "../../ui/money.tsx";
import { severities, severityName } from "../../ui/severity-scale.ts";
import { groupName } from "@upstream/core/schemas";
import { overviewSentence, type Comparison } from "./overview-sentence.ts";
import { toChangeView } from "./to-change-view.ts";
import { toPayerViews } from "./to-payer-views.ts";
import type { OverviewView } from "./view-model.ts";

export type OverviewScene = { base: string; zone: string; now: string };

export type OverviewSource = {
  dashboard: DashboardDto;
  ledger: LedgerDto;
  quality: QualitySummaryDto;
  events: readonly DriftEventDto[];
  /** Weeks of the events, by id. */
  weeks: ReadonlyMap<string, EventSeriesDto["items"][number]>;
  inbox: readonly AlertDto[];
  uploads: readonly UploadDto[];
  trend: PayerTrendDto;
  quietCount: number;
  comparison: Comparison;
  lastLookAt: string | null;
};

function impactOf(impact: DashboardDto["atStake"], unit: MoneyEstimate["unit"]): OverviewView["atStake"] {
  const estimate =
    impact.count === 0 ? null : { cents: impact.cents, lowCents: Math.max(0, impact.lowCents), highCents: impact.highCents, unit };
  return { estimate, count: impact.count };
}

function dataLines(source: OverviewSource): OverviewView["data"]["lines"] {
  const anomalies = source.quality.openAnomalyCount;
  const files = { text: `${formatCount(source.quality.fileCount)} ${plural(source.quality.fileCount, "file", "files")} read`, late: false };
  return anomalies === 0
    ? [files]
    : [files, { text: `${formatCount(anomalies)} ${plural(anomalies, "anomaly", "anomalies")} to look at`, late: true }];
}

const hour = 3_600_000;

/** The worst three alerts that nobody has, each with its reason. */
function doFirst(inbox: readonly AlertDto[], { base, now }: OverviewScene): OverviewView["doFirst"] {
  const open = inbox.filter((alert) => alert.state === "open" && alert.assigneeUserId === null);
  const worst = [...open].sort(
    (a, b) =>
      severities.indexOf(b.severity) - severities.indexOf(a.severity) || Math.abs(b.impactCents ?? 0) - Math.abs(a.impactCents ?? 0),
  );
  return worst.slice(0, 3).map((alert) => ({
    href: `${base}/alerts/${alert.id}`,
    title: `Take ${alert.payer}, ${groupName(alert.cptGroup).toLowerCase()}`,
    why: `${severityName(alert.severity)}. ${Date.parse(now) - Date.parse(alert.raisedAt) < hour ? "New, no owner yet" : `No owner for ${speakAge(alert.raisedAt, now)}`}.`,
  }));
}

const wellStates: readonly UploadDto["status"][] = ["receiving", "received", "processing", "completed"];

function toFileLine(upload: UploadDto, { base, zone, now }: OverviewScene): OverviewView["files"][number] {
  return {
    id: upload.id,
    href: `${base}/uploads/${upload.id}`,
    name: upload.filename,
    when: formatNearDay(upload.createdAt, zone, now),
    ok: wellStates.includes(upload.status),
  };
}

/** What is over comes last; then by severity, then by dollars. */
function worstFirst(a: DriftEventDto, b: DriftEventDto): number {
  return (
    Number(a.state === "recovered") - Number(b.state === "recovered") ||
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    Math.abs(b.impact?.cents ?? 0) - Math.abs(a.impact?.cents ?? 0)
  );
}

/** Everything the overview says, from what the API answered. */
export function toOverviewView(source: OverviewSource, scene: OverviewScene): OverviewView {
  const { dashboard, ledger, quality, lastLookAt } = source;
  const changes = [...source.events]
    .sort(worstFirst)
    .map((event) => toChangeView(event, source.weeks.get(event.id), { ...scene, lastLookAt, inbox: source.inbox }));
  const atStake = impactOf(dashboard.atStake, "a month");
  return {
    sentence: overviewSentence(changes, {
      atStake,
      comparison: source.comparison,
      lastLook: lastLookAt === null ? null : formatMoment(lastLookAt, scene.zone, scene.now),
    }),
    lastLook: lastLookAt === null ? null : formatMoment(lastLookAt, scene.zone, scene.now),
    now: scene.now,
    atStake,
    heldBack: impactOf(dashboard.heldBack, "held back"),
    alerts: { bySeverity: dashboard.alerts.bySeverity, withoutOwner: dashboard.alerts.withoutOwner },
    recovered: {
      cents: ledger.recovered30DaysCents,
      alerts: ledger.latest.length,
      real: ledger.overall.real,
      judged: ledger.overall.judged,
    },
    data: { grade: quality.current?.grade ?? null, score: quality.current?.score ?? null, lines: dataLines(source) },
    changes,
    payers: toPayerViews(source.trend, source.events, scene.base),
    doFirst: doFirst(source.inbox, scene),
    files: source.uploads.slice(0, 5).map((upload) => toFileLine(upload, scene)),
    keptQuiet:
      source.quietCount === 0
        ? null
        : {
            text: `${formatCount(source.quietCount)} ${plural(source.quietCount, "finding was", "findings were")} kept quiet.`,
            href: `${scene.base}/alerts?tab=quiet`,
          },
  };
}
