import type { CountTest } from "../score/count-test.ts";
import type { Dollars } from "../score/dollars.ts";
import type { Segment } from "../look/cells.ts";
import type { Look } from "../look/prepare-look.ts";
import type { SignalId } from "./signal-ids.ts";

/** One window compared with the baseline. `theta` is the change on the scale of the test, positive when the value rose. */
export type WindowTest = {
  window: number;
  /** Counts are tested by their skew-corrected tail; a plain z is used as it is. */
  statistic: { count: CountTest } | { z: number };
  /** +1 when more events mean a higher value, −1 when fewer do (decisions that do not come). */
  sign: 1 | -1;
  variance: number;
  /** Estimate for the common movement of payers; for durations it holds the holiday weeks too. */
  common: { theta: number; variance: number };
  value0: number;
  value1: number;
  effect: number;
  n0: number;
  n1: number;
};

/** What is taken off a test: over-dispersion of the window and what the other payers did too. */
export type Moderation = { t2: number; common: number; commonSe: number };

/** A test with its verdict; direction is +1 when the value rose. */
export type Finding = { test: WindowTest; moderation: Moderation; z: number; direction: number };

export type ShownEffect = { effect: number; lo: number; hi: number };

/** One point of the weekly history: `n` lines behind `value`, in the unit of the signal. */
export type SeriesPoint = { week: number; n: number; value: number | null };

/** A named part of a segment: its share of the change, and its share of the lines. */
export type Slice = { dimension: "cpt" | "reason"; value: string; share: number; volume: number };

export type Explanation = {
  slices: Slice[];
  /** The change split into what the payer did and what was sent; undefined where it has no meaning. */
  split: { behaviour: number; mix: number } | undefined;
  /** The commonest reasons of current denials. */
  reasons: { code: string; n: number; of: number }[];
};

/** Deviations and variances of one group by 14-day chunk of its own baseline, oldest first. */
export type Dispersion = { deviation: Float64Array; information: Float64Array };

/** A signal measured in one look. Segments are named by their position in the look's list. */
export type SignalMeasure = {
  testsOf: (segment: number) => readonly WindowTest[];
  /** Current lines of the last 28 days, tested or not. */
  linesOf: (segment: number) => number;
  dispersionOf: (segment: number) => Dispersion | undefined;
  /** Over-dispersion of a window where it is not learnt from the data. */
  fixedT2: ((window: number) => number) | undefined;
  interval: (segment: number, finding: Omit<Finding, "z" | "direction">, alpha: number) => ShownEffect;
  /** Guard G2: the change is more than earlier or later decisions. */
  isMoreThanTiming: (segment: number, finding: Finding) => boolean;
  /** Guard G3: the change survives without its most influential batch or week. */
  survivesLeavingOut: (segment: number, finding: Finding) => boolean;
  dollars: (segment: number, window: number, shown: ShownEffect) => Dollars | undefined;
  /** Smallest harmful change that would be noticed in 28 days, in the unit of the signal. */
  smallest: (segment: number, tau2: number, baseDays: number) => number | undefined;
  series: (segment: number) => SeriesPoint[];
  explain: (segment: number, finding: Finding) => Explanation;
};

/** Numbers that a sentence may use; `from` and `to` are the first and last day of the current window. */
export type SentenceFacts = ShownEffect & {
  payer: string;
  group: string | null;
  from: string;
  to: string;
  value0: number;
  value1: number;
  observed: number;
  expected: number;
  monthly: Dollars | null;
};

/** One kind of measurement: how it is tested, guarded, priced and said. Pure data and functions. */
export type Signal = {
  id: SignalId;
  label: string;
  unit: "rate" | "days";
  family: "denial" | "time";
  /** Direction of harm. */
  worse: 1 | -1;
  /** Smallest change that matters, in the unit. */
  material: number;
  /** Spread of real changes on the scale of `theta`. */
  slab: number;
  /** How many standard errors the other payers must move before it is taken off. */
  commonZ: number;
  /** How much of its dollars counts for severity: money held back counts a tenth. */
  severityShare: number;
  measure: (look: Look) => SignalMeasure;
  sentence: (facts: SentenceFacts) => string;
  recoveredSentence: (facts: SentenceFacts) => string;
};

/** Declares a signal; the registry test holds every one of them to the same demands. */
export function defineSignal(signal: Signal): Signal {
  return Object.freeze(signal);
}

/** The groups of a segment: itself, or every group of its payer. */
export function groupsOf(segments: readonly Segment[], position: number): number[] {
  const segment = segments[position];
  if (segment === undefined) return [];
  if (segment.group !== -1) return [position];
  return segments.flatMap(({ payer, group }, other) => (payer === segment.payer && group !== -1 ? [other] : []));
}
