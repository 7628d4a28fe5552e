import type { Dollars } from "../score/dollars.ts";
import type { Severity } from "../score/severity.ts";
import type { SignalId } from "../signals/signal-ids.ts";
import type { Baseline } from "../windows.ts";

export const eventStates = ["opened", "continuing", "worsened", "recovered"] as const;
export type EventStateName = (typeof eventStates)[number];

export const endReasons = ["returned", "no-data", "withdrawn"] as const;
export type EndReason = (typeof endReasons)[number];

/** What later looks measure an open event against: the baseline and moderation of the look that raised its watch. */
export type FrozenReference = { watchOn: number; from: number; to: number; tau2: number; common: number; commonSe: number };

/** One measurement of a change; `monthly` in cents, undefined when the data hold no amounts. */
export type Measured = {
  on: number;
  window: number;
  /** Days that it was compared with. */
  base: Baseline;
  value0: number;
  value1: number;
  n0: number;
  n1: number;
  /** Events, where the signal counts them, and how many the baseline lets expect. */
  observed: number;
  expected: number;
  effect: number;
  lo: number;
  hi: number;
  monthly: Dollars | undefined;
  severity: Severity;
};

/** One finding that belongs to the event: of this group (null: the whole payer) and signal, last confirmed on that day. */
export type Attachment = { group: string | null; signal: SignalId; on: number };

/** A drift event as it lives over runs. Days are watermarks; ids are those of payer and CPT group. */
export type DriftEventState = {
  id: string;
  signal: SignalId;
  family: string;
  payerId: string;
  group: string | null;
  /** +1 when the value rose. */
  direction: number;
  isHarm: boolean;
  state: EventStateName;
  isOpen: boolean;
  openedOn: number;
  endedOn: number | null;
  endReason: EndReason | null;
  reopened: number;
  reference: FrozenReference;
  openingEffect: number;
  /** Near end of the interval and monthly cents at the opening or the last worsening. */
  worstEffect: number;
  worstMonthly: number | null;
  severity: Severity;
  /** First day of an unbroken row of calm, or too small, measurements. */
  calmSince: number | null;
  sparseSince: number | null;
  attached: readonly Attachment[];
  now: Measured;
};
