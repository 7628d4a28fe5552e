import { dayOf, isoOf } from "@upstream/core";
import type { DriftEventState, EndReason, EventStateName, FrozenReference, Measured, Attachment } from "./event-state.ts";
import type { Severity } from "../score/severity.ts";
import { signalOf } from "../signals/index.ts";
import type { SignalId } from "../signals/signal-ids.ts";
import { windowDates } from "../signals/words.ts";

/** A number with 12 significant digits, so that the same data give the same bytes everywhere. */
export function stable<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_key, part: unknown) => (typeof part === "number" ? Number(part.toPrecision(12)) : part))) as T;
}

/** Columns that the state of an event is read back from. */
export type EventStateRow = {
  id: string;
  signal: SignalId;
  family: string;
  payerId: string;
  cptGroup: string | null;
  direction: number;
  isHarm: boolean;
  state: EventStateName;
  isOpen: boolean;
  openedOn: string;
  endedOn: string | null;
  endReason: EndReason | null;
  reopenedCount: number;
  calmSince: string | null;
  sparseSince: string | null;
  severity: Severity;
  reference: FrozenReference;
  openingEffect: number;
  worstEffect: number;
  worstMonthlyCents: number | null;
  measured: Measured;
  attached: Attachment[];
};

const dayOrNull = (iso: string | null) => (iso === null ? null : dayOf(iso));
const isoOrNull = (day: number | null) => (day === null ? null : isoOf(day));

export function fromEventRow(row: EventStateRow): DriftEventState {
  return {
    id: row.id,
    signal: row.signal,
    family: row.family,
    payerId: row.payerId,
    group: row.cptGroup,
    direction: row.direction,
    isHarm: row.isHarm,
    state: row.state,
    isOpen: row.isOpen,
    openedOn: dayOf(row.openedOn),
    endedOn: dayOrNull(row.endedOn),
    endReason: row.endReason,
    reopened: row.reopenedCount,
    reference: row.reference,
    openingEffect: row.openingEffect,
    worstEffect: row.worstEffect,
    worstMonthly: row.worstMonthlyCents,
    severity: row.severity,
    calmSince: dayOrNull(row.calmSince),
    sparseSince: dayOrNull(row.sparseSince),
    attached: row.attached,
    now: row.measured,
  };
}

/** What the event says in one sentence now. */
export function eventSentence(event: DriftEventState, payer: string): string {
  const signal = signalOf(event.signal);
  const { now } = event;
  if (event.endReason === "withdrawn") return "This change was withdrawn: a file behind it was voided, and without it nothing stands out.";
  const dates = windowDates(now.on, now.window);
  const facts = { ...now, ...dates, payer, group: event.group, monthly: now.monthly ?? null };
  if (event.endReason !== "returned") return signal.sentence(facts);
  return signal.recoveredSentence({ ...facts, from: windowDates(event.calmSince ?? now.on, now.window).from });
}

/** Columns of an event that change while it lives. */
export function liveColumns(event: DriftEventState, payer: string) {
  const { monthly } = event.now;
  const cents = (value: number | undefined | null) => (value === undefined || value === null ? null : Math.round(value));
  return {
    id: event.id,
    state: event.state,
    is_open: event.isOpen,
    ended_on: isoOrNull(event.endedOn),
    end_reason: event.endReason,
    reopened_count: event.reopened,
    calm_since: isoOrNull(event.calmSince),
    sparse_since: isoOrNull(event.sparseSince),
    severity: event.severity,
    impact_cents: cents(monthly?.point),
    impact_low_cents: cents(monthly?.lo),
    impact_high_cents: cents(monthly?.hi),
    sentence: eventSentence(event, payer),
    worst_effect: stable(event.worstEffect),
    worst_monthly_cents: cents(event.worstMonthly),
    measured: stable(event.now),
    attached: event.attached,
  };
}

/** Columns of an event that are fixed when it opens. */
export function fixedColumns(event: DriftEventState, payer: string) {
  return {
    signal: event.signal,
    family: event.family,
    payer_id: event.payerId,
    payer,
    cpt_group: event.group,
    direction: event.direction,
    is_harm: event.isHarm,
    opened_on: isoOf(event.openedOn),
    watched_on: isoOf(event.reference.watchOn),
    reference: stable(event.reference),
    opening_effect: stable(event.openingEffect),
  };
}
