import type { DriftEventState, Measured } from "../events/event-state.ts";

/** A measurement of a denial rate that rose by ten points. */
export function makeMeasured(change: Partial<Measured> = {}): Measured {
  return {
    on: 1000,
    window: 28,
    base: { from: 700, to: 909 },
    value0: 0.1,
    value1: 0.2,
    n0: 800,
    n1: 200,
    observed: 40,
    expected: 20,
    effect: 0.1,
    lo: 0.05,
    hi: 0.15,
    monthly: { point: 300_000, lo: 150_000, hi: 450_000 },
    severity: "medium",
    ...change,
  };
}

/** An open event of that change. */
export function makeEvent(change: Partial<DriftEventState> = {}): DriftEventState {
  return {
    id: "event-1",
    signal: "DENIAL_RATE",
    family: "denial",
    payerId: "payer-1",
    group: null,
    direction: 1,
    isHarm: true,
    state: "opened",
    isOpen: true,
    openedOn: 1000,
    endedOn: null,
    endReason: null,
    reopened: 0,
    reference: { watchOn: 993, from: 700, to: 909, tau2: 0.006, common: 0, commonSe: 0 },
    openingEffect: 0.1,
    worstEffect: 0.1,
    worstMonthly: 300_000,
    severity: "medium",
    calmSince: null,
    sparseSince: null,
    attached: [],
    now: makeMeasured(),
    ...change,
  };
}
