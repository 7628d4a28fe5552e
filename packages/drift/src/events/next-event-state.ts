import { severities } from "../score/severity.ts";
import type { DriftEventState, Measured } from "./event-state.ts";

/** A measurement with its 90 % interval beside the shown one; undefined while too few lines are there. */
export type Remeasured = { now: Measured; lo90: number; hi90: number };

const apartDays = 7;
const sparseDays = 56;

function nearEnd({ lo, hi }: { lo: number; hi: number }, direction: number): number {
  return direction > 0 ? lo : -hi;
}

function isCalm(event: DriftEventState, { lo90, hi90 }: Remeasured): boolean {
  const farEnd = event.direction > 0 ? hi90 : -lo90;
  return lo90 <= 0 && hi90 >= 0 && farEnd < 0.5 * Math.abs(event.openingEffect);
}

function isWorse(event: DriftEventState, measured: Measured): boolean {
  if (severities.indexOf(measured.severity) > severities.indexOf(event.severity)) return true;
  const dollars =
    measured.monthly === undefined || event.worstMonthly === null || event.worstMonthly === 0
      ? 0
      : Math.abs(measured.monthly.point / event.worstMonthly);
  return nearEnd(measured, event.direction) > Math.abs(event.worstEffect) && dollars >= 1.5;
}

function ended(event: DriftEventState, on: number, endReason: "returned" | "no-data"): DriftEventState {
  return { ...event, state: "recovered", isOpen: false, endedOn: on, endReason };
}

/** The ended event under way again, with what is measured now; its reference stays. */
export function reopenEvent(event: DriftEventState, measured: Measured | undefined): DriftEventState {
  const now = measured ?? event.now;
  return {
    ...event,
    state: "opened",
    isOpen: true,
    endedOn: null,
    endReason: null,
    reopened: event.reopened + 1,
    calmSince: null,
    sparseSince: null,
    now,
    severity: now.severity,
    worstEffect: now.effect,
    worstMonthly: now.monthly?.point ?? null,
  };
}

/** Moves an open event by one measurement: it continues, worsens, or ends because the level returned or the data ran out. */
export function nextEventState(event: DriftEventState, measured: Remeasured | undefined, watermark: number): DriftEventState {
  if (measured === undefined) {
    const sparseSince = event.sparseSince ?? watermark;
    return watermark - sparseSince >= sparseDays ? ended(event, watermark, "no-data") : { ...event, state: "continuing", sparseSince };
  }
  const { now } = measured;
  const seen: DriftEventState = { ...event, state: "continuing", now, sparseSince: null };
  if (isCalm(event, measured)) {
    const calmSince = event.calmSince ?? watermark;
    return watermark - calmSince >= apartDays ? ended({ ...seen, calmSince }, watermark, "returned") : { ...seen, calmSince };
  }
  if (!isWorse(event, now)) return { ...seen, calmSince: null };
  return {
    ...seen,
    state: "worsened",
    calmSince: null,
    severity: now.severity,
    worstEffect: now.effect,
    worstMonthly: now.monthly?.point ?? null,
  };
}
