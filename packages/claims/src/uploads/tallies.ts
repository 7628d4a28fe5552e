import type { ClaimRow } from "../csv/claim-row.ts";
import { columnIds } from "../csv/columns.ts";
import type { Outcome } from "../csv/read-outcome.ts";
import { expectedColumns } from "../quality/expected-columns.ts";
import type { Severity } from "../rules/rule.ts";

/** How a rule spoke of a row: what exactly it found, and how grave that is for this customer. */
export type Utterance = { detail: string; severity: Severity };

/** What a file's rows add up to so far; it is stored with every chunk, so that a restart goes on counting. */
export type TallyFacts = {
  rows: number;
  accepted: number;
  rejected: number;
  warned: number;
  inconsistent: number;
  copies: number;
  findings: Record<string, number>;
  /** The gravest thing each rule said. */
  gravest: Record<string, Utterance>;
  stored: Record<string, number>;
  outcomes: Record<Outcome, number>;
  /** Rows with text, by place in `columnIds`. */
  present: number[];
  expectedCells: number;
  filledCells: number;
  newPayers: number;
  firstSubmitted: number | null;
  lastSubmitted: number | null;
  firstDecided: number | null;
  lastDecided: number | null;
  /** Billed and paid cents of the rows that became new or changed claims. */
  cents: number;
  dayFirst: number[];
  monthFirst: number[];
};

/** Counts before the first row. */
export function emptyTallies(): TallyFacts {
  return {
    rows: 0,
    accepted: 0,
    rejected: 0,
    warned: 0,
    inconsistent: 0,
    copies: 0,
    findings: {},
    gravest: {},
    stored: {},
    outcomes: { PAID: 0, DENIED: 0, PENDING: 0, REVERSED: 0, OTHER: 0 },
    present: columnIds.map(() => 0),
    expectedCells: 0,
    filledCells: 0,
    newPayers: 0,
    firstSubmitted: null,
    lastSubmitted: null,
    firstDecided: null,
    lastDecided: null,
    cents: 0,
    dayFirst: columnIds.map(() => 0),
    monthFirst: columnIds.map(() => 0),
  };
}

const lower = (a: number | null, b: number) => (a === null || b < a ? b : a);
const higher = (a: number | null, b: number) => (a === null || b > a ? b : a);

/** Adds one read row to the counts of filled cells, outcomes and dates. */
export function tallyRow(facts: TallyFacts, row: ClaimRow, mapped: number, stands: boolean): void {
  const bits = row.present;
  const { present } = facts;
  for (let at = 0; at < present.length; at += 1) if (bits & (1 << at)) present[at] = (present[at] ?? 0) + 1;
  const expected = expectedColumns(row, mapped);
  facts.expectedCells += countBits(expected);
  facts.filledCells += countBits(expected & bits);
  if (!stands) return;
  if (row.outcome !== null) facts.outcomes[row.outcome] += 1;
  if (row.submittedDay !== null) {
    facts.firstSubmitted = lower(facts.firstSubmitted, row.submittedDay);
    facts.lastSubmitted = higher(facts.lastSubmitted, row.submittedDay);
  }
  if (row.decidedDay !== null) {
    facts.firstDecided = lower(facts.firstDecided, row.decidedDay);
    facts.lastDecided = higher(facts.lastDecided, row.decidedDay);
  }
}

function countBits(bits: number): number {
  let rest = bits;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}
