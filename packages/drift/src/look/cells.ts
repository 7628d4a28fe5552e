/** One payer's procedure code; the finest place where rates are compared. */
export type Stratum = { payer: number; group: number; cpt: string };

/** What is tested: a payer's CPT group, or with `group` −1 the whole payer; strata [from, to) of the cells. */
export type Segment = { payer: number; group: number; from: number; to: number };

/** The upload behind a decision: `isSliced` when it loads history, so that its weeks count as batches. */
export type UploadFact = { id: string; receivedOn: number; isSliced: boolean };

export const outcomes = { paid: 0, denied: 1, other: 2 } as const;

/** First-pass submissions by stratum: entries [start[k], start[k+1]) belong to stratum k, by day. */
export type SubmissionColumns = { start: Int32Array; day: Int32Array; n: Float64Array };

/** First decisions by stratum, by day; `known` is the day when the customer's data held the fact. */
export type DecisionColumns = {
  start: Int32Array;
  day: Int32Array;
  age: Int32Array;
  outcome: Uint8Array;
  reason: Int32Array;
  upload: Int32Array;
  known: Int32Array;
  n: Float64Array;
  allowedCents: Float64Array;
};

/** All daily counts of one customer in columns; the only input of the statistics. Days are days since 1970-01-01. */
export type DriftCells = {
  payers: readonly string[];
  groups: readonly string[];
  reasons: readonly string[];
  uploads: readonly UploadFact[];
  strata: readonly Stratum[];
  segments: readonly Segment[];
  submissions: SubmissionColumns;
  decisions: DecisionColumns;
  historyStart: number;
  /** By stratum: the day from which its payer and CPT group are billed regularly. */
  began: Int32Array;
  firstDecision: number;
  lastDecision: number;
};
