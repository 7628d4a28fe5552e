import { dayOf, isoOf, type DriftEventId, type DriftRunId, type PayerId, type UploadId } from "@upstream/core";
import type { EventCard } from "../runs/describe-event.ts";
import type { DriftEventDetailDto, DriftEventDto, DriftEvidenceDto } from "../schemas.ts";
import type { Severity } from "../score/severity.ts";
import { signalOf } from "../signals/index.ts";
import type { SignalId } from "../signals/signal-ids.ts";
import { windowDates } from "../signals/words.ts";
import type { Attachment, EndReason, EventStateName, Measured } from "./event-state.ts";

export type EventRow = {
  id: DriftEventId;
  signal: SignalId;
  payerId: PayerId;
  payer: string;
  cptGroup: string | null;
  direction: number;
  isHarm: boolean;
  state: EventStateName;
  isHistoric: boolean;
  openedOn: string;
  endedOn: string | null;
  severity: Severity;
  confidence: number;
  impactCents: number | null;
  impactLowCents: number | null;
  impactHighCents: number | null;
  sentence: string;
  measured: Measured;
};

export const eventColumns = `e.id::text AS id, e.signal, e.payer_id::text AS "payerId", e.payer, e.cpt_group AS "cptGroup", e.direction, e.is_harm AS "isHarm",
  e.state, e.is_historic AS "isHistoric", e.opened_on AS "openedOn", e.ended_on AS "endedOn", e.severity, e.confidence, e.impact_cents AS "impactCents",
  e.impact_low_cents AS "impactLowCents", e.impact_high_cents AS "impactHighCents", e.sentence, e.measured`;

/** Six decimals carry every figure that is shown. */
const shown = (value: number) => Number(value.toFixed(6));

export function toEventDto(row: EventRow): DriftEventDto {
  const { impactCents: cents, impactLowCents: lowCents, impactHighCents: highCents, measured } = row;
  return {
    id: row.id,
    signal: row.signal,
    payerId: row.payerId,
    payer: row.payer,
    cptGroup: row.cptGroup,
    direction: row.direction > 0 ? "higher" : "lower",
    isHarm: row.isHarm,
    state: row.state,
    isHistoric: row.isHistoric,
    openedOn: row.openedOn,
    endedOn: row.endedOn,
    severity: row.severity,
    unit: signalOf(row.signal).unit,
    before: shown(measured.value0),
    now: shown(measured.value1),
    effect: shown(measured.effect),
    effectLow: shown(measured.lo),
    effectHigh: shown(measured.hi),
    impact: cents === null || lowCents === null || highCents === null ? null : { cents, lowCents, highCents },
    confidence: shown(row.confidence),
    sentence: row.sentence,
  };
}

export type EventDetailRow = EventRow & {
  watchedOn: string;
  endReason: EndReason | null;
  reopenedCount: number;
  q: number;
  attached: Attachment[];
  evidence: EventCard;
  life: (Omit<DriftEventDetailDto["life"][number], "runId"> & { runId: DriftRunId })[];
};

export const eventDetailColumns = `${eventColumns}, e.watched_on AS "watchedOn", e.end_reason AS "endReason", e.reopened_count AS "reopenedCount", e.q, e.attached, e.evidence`;

/** Baseline and current window of the event as they are compared now. */
export function comparedWindows(signal: SignalId, measured: Measured) {
  const isCounted = signalOf(signal).unit === "rate";
  const { from, to } = windowDates(measured.on, measured.window);
  return {
    baseline: {
      from: isoOf(measured.base.from),
      to: isoOf(measured.base.to - 1),
      n: Math.round(measured.n0),
      count: isCounted ? Math.round(measured.value0 * measured.n0) : null,
      value: shown(measured.value0),
    },
    current: {
      from,
      to,
      n: Math.round(measured.n1),
      count: isCounted ? Math.round(measured.observed) : null,
      value: shown(measured.value1),
    },
  };
}

function toEvidenceDto(card: EventCard): DriftEvidenceDto {
  return {
    method: card.method,
    foundOn: isoOf(card.foundOn),
    foundWindowDays: card.foundWindow,
    feedMode: card.mode,
    watermark: isoOf(card.watermark),
    asOf: isoOf(card.asOf),
    windowDays: card.window,
    baselineDays: card.base.to - card.base.from,
    p: card.p,
    pSearched: card.ps,
    evidence: card.pw,
    q: card.q,
    zByWindow: card.zs.map(({ window, z }) => ({ windowDays: window, z: shown(z) })),
    guard: card.guard,
    overDispersion: card.tau2,
    commonMovement: card.common,
    holidayWeeks: card.holidayWeeks,
    isolatedBatches: card.isolatedBatches,
    maturity: card.maturity === null ? null : shown(card.maturity),
    smallestChange: card.smallest === null ? null : shown(card.smallest),
    split: card.split === undefined ? null : { behaviour: shown(card.split.behaviour), mix: shown(card.split.mix) },
    slices: card.slices.map(({ dimension, value, share, volume }) => ({
      dimension,
      value,
      shareOfChange: shown(share),
      shareOfVolume: shown(volume),
    })),
    reasons: card.reasons,
    series: card.series.map(({ week, n, value }) => ({ week: isoOf(week), n, value: value === null ? null : shown(value) })),
    uploadIds: card.uploads as UploadId[],
  };
}

export function toEventDetailDto(row: EventDetailRow): DriftEventDetailDto {
  return {
    ...toEventDto(row),
    watchedOn: row.watchedOn,
    endReason: row.endReason,
    reopenedCount: row.reopenedCount,
    ...comparedWindows(row.signal, row.measured),
    q: shown(row.q),
    attached: row.attached.map(({ signal, group, on }) => ({ signal, cptGroup: group, on: isoOf(on) })),
    evidence: toEvidenceDto(row.evidence),
    life: row.life.toSorted((a, b) => dayOf(a.measuredOn) - dayOf(b.measuredOn)),
  };
}
