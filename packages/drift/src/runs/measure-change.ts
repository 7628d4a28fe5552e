import { allowedPerDay } from "../look/allowed-amounts.ts";
import { baseOf, prepareLook, type Look } from "../look/prepare-look.ts";
import { windowT2 } from "../score/over-dispersion.ts";
import { severity } from "../score/severity.ts";
import { signalOf } from "../signals/index.ts";
import type { Finding, ShownEffect, Signal, SignalMeasure } from "../signals/signal.ts";
import type { DriftEventState, Measured } from "../events/event-state.ts";
import type { Remeasured } from "../events/next-event-state.ts";
import { moderatedZ } from "./moderated-z.ts";
import { describeSeen, type SeenEvidence } from "./describe-event.ts";

const daysPerMonth = 30.4375;
const eventWindow = 28;

/** Allowed cents a month of the whole customer in the look's baseline: the yardstick of severity. */
export function monthlyAllowed(look: Look): number {
  return allowedPerDay(look, { from: 0, to: look.cells.strata.length }) * daysPerMonth;
}

export type ChangeInput = {
  look: Look;
  signal: Signal;
  measure: SignalMeasure;
  position: number;
  finding: Omit<Finding, "z" | "direction">;
  customerMonthly: number;
};

/** One measurement with interval, monthly dollars and severity. */
export function measureChange({ look, signal, measure, position, finding, customerMonthly }: ChangeInput): Measured {
  const { test } = finding;
  const shown: ShownEffect = measure.interval(position, finding, 0.05);
  const monthly = measure.dollars(position, test.window, shown);
  const counted = "count" in test.statistic ? test.statistic.count : { observed: 0, expected: 0 };
  const share = signal.severityShare;
  const segment = look.segments[position];
  return {
    on: look.watermark,
    window: test.window,
    base: segment === undefined ? look.base : baseOf(look, segment),
    value0: test.value0,
    value1: test.value1,
    n0: test.n0,
    n1: test.n1,
    observed: counted.observed,
    expected: counted.expected,
    ...shown,
    monthly,
    severity: monthly === undefined ? "low" : severity({ lo: monthly.lo * share, hi: monthly.hi * share }, customerMonthly),
  };
}

/** A measurement of an event, and on demand the evidence behind it. */
export type SeenChange = Remeasured & { describe: () => SeenEvidence };

/** Measures an event in the last 28 days against the baseline frozen at its watch; undefined below the testable size. */
export function remeasureEvent(look: Look, event: DriftEventState, customerMonthly: number): SeenChange | undefined {
  const { cells, watermark, asOf, mode, batches } = look;
  const payer = cells.payers.indexOf(event.payerId);
  const group = event.group === null ? -1 : cells.groups.indexOf(event.group);
  if (payer === -1) return undefined;
  const { from, to, tau2, common, commonSe } = event.reference;
  const frozen = prepareLook({ cells, watermark, asOf, mode, batches, base: { from, to }, payer });
  const position = frozen.segments.findIndex((segment) => segment.group === group);
  const signal = signalOf(event.signal);
  const measure = signal.measure(frozen);
  const test = measure.testsOf(position).find(({ window }) => window === eventWindow);
  if (test === undefined) return undefined;
  const t2 = measure.fixedT2?.(eventWindow) ?? windowT2(tau2, eventWindow, to - from);
  const moderation = { t2, common, commonSe };
  const finding = { test, moderation, z: moderatedZ(test, moderation), direction: event.direction };
  const { lo, hi } = measure.interval(position, finding, 0.1);
  return {
    now: measureChange({ look: frozen, signal, measure, position, finding, customerMonthly }),
    lo90: lo,
    hi90: hi,
    describe: () => describeSeen({ look: frozen, measure, position, finding, tau2 }),
  };
}
