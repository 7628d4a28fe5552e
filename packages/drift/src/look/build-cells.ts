import {
  outcomes,
  type DecisionColumns,
  type DriftCells,
  type Segment,
  type Stratum,
  type SubmissionColumns,
  type UploadFact,
} from "./cells.ts";
import { groupBeginnings } from "./base-starts.ts";
import { knownDays, type ReceivedUpload } from "./known-days.ts";

type StratumKey = { payerId: string; cptGroup: string; cpt: string };
export type SubmissionRow = StratumKey & { submittedOn: number; n: number };
export type DecisionRow = StratumKey & {
  decidedOn: number;
  age: number;
  outcome: string;
  reason: string | null;
  uploadId: string;
  n: number;
  allowedCents: number;
};
export type CellRows = { submissions: readonly SubmissionRow[]; decisions: readonly DecisionRow[]; uploads: readonly ReceivedUpload[] };

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function distinct(values: Iterable<string>): { list: string[]; index: Map<string, number> } {
  const list = [...new Set(values)].sort(byText);
  return { list, index: new Map(list.map((value, position) => [value, position])) };
}

/** Numbers the strata of all rows as they come; `sorted` brings them into the order of payer, group and code. */
function numberStrata(rows: CellRows) {
  const tree = new Map<string, Map<string, Map<string, number>>>();
  const keys: StratumKey[] = [];
  let before: StratumKey | undefined;
  let number = 0;
  const numberOf = (row: StratumKey): number => {
    const isSame = before !== undefined && before.cpt === row.cpt && before.cptGroup === row.cptGroup && before.payerId === row.payerId;
    if (!isSame) number = lookUp(row);
    before = row;
    return number;
  };
  const lookUp = (row: StratumKey): number => {
    const groups = tree.get(row.payerId) ?? new Map<string, Map<string, number>>();
    if (groups.size === 0) tree.set(row.payerId, groups);
    const codes = groups.get(row.cptGroup) ?? new Map<string, number>();
    if (codes.size === 0) groups.set(row.cptGroup, codes);
    const known = codes.get(row.cpt);
    if (known !== undefined) return known;
    codes.set(row.cpt, keys.length);
    keys.push(row);
    return keys.length - 1;
  };
  const submissions = Int32Array.from(rows.submissions, numberOf);
  const decisions = Int32Array.from(rows.decisions, numberOf);
  const order = keys.map((_, drawn) => drawn).sort((a, b) => compareKeys(keys[a] as StratumKey, keys[b] as StratumKey));
  const rank = new Int32Array(keys.length);
  order.forEach((drawn, position) => (rank[drawn] = position));
  const sorted = order.map((drawn) => keys[drawn] as StratumKey);
  return { sorted, submissions: submissions.map((drawn) => rank[drawn] ?? 0), decisions: decisions.map((drawn) => rank[drawn] ?? 0) };
}

function compareKeys(a: StratumKey, b: StratumKey): number {
  return byText(a.payerId, b.payerId) || byText(a.cptGroup, b.cptGroup) || byText(a.cpt, b.cpt);
}

function segmentsOf(strata: readonly Stratum[]): Segment[] {
  const segments: Segment[] = [];
  let payer: Segment | undefined;
  let group: Segment | undefined;
  strata.forEach((stratum, k) => {
    if (payer?.payer !== stratum.payer) segments.push((payer = { payer: stratum.payer, group: -1, from: k, to: k }));
    if (group?.payer !== stratum.payer || group.group !== stratum.group) {
      segments.push((group = { payer: stratum.payer, group: stratum.group, from: k, to: k }));
    }
    payer.to = k + 1;
    group.to = k + 1;
  });
  return segments;
}

/** Rows in the order of stratum, then of `compare`; with the offsets where each stratum starts. */
function ordered<R>(rows: readonly R[], strata: Int32Array, count: number, compare: (a: R, b: R) => number) {
  const start = new Int32Array(count + 1);
  for (const stratum of strata) start[stratum + 1] = (start[stratum + 1] ?? 0) + 1;
  for (let k = 0; k < count; k++) start[k + 1] = (start[k + 1] ?? 0) + (start[k] ?? 0);
  const parts: R[][] = Array.from({ length: count }, () => []);
  rows.forEach((row, position) => parts[strata[position] ?? 0]?.push(row));
  return { sorted: parts.flatMap((part) => part.sort(compare)), start };
}

function submissionColumns(rows: readonly SubmissionRow[], strata: Int32Array, count: number): SubmissionColumns {
  const { sorted, start } = ordered(rows, strata, count, (a, b) => a.submittedOn - b.submittedOn);
  return { start, day: Int32Array.from(sorted, (row) => row.submittedOn), n: Float64Array.from(sorted, (row) => row.n) };
}

function compareDecisions(a: DecisionRow, b: DecisionRow): number {
  return (
    a.decidedOn - b.decidedOn ||
    a.age - b.age ||
    byText(a.outcome, b.outcome) ||
    byText(a.reason ?? "", b.reason ?? "") ||
    byText(a.uploadId, b.uploadId) ||
    a.n - b.n ||
    a.allowedCents - b.allowedCents
  );
}

function outcomeCode(outcome: string): number {
  if (outcome === "DENIED") return outcomes.denied;
  return outcome === "PAID" ? outcomes.paid : outcomes.other;
}

type Indexes = { strata: Int32Array; count: number; reason: Map<string, number>; upload: Map<string, number> };

function emptyColumns(start: Int32Array, size: number): DecisionColumns {
  const days = () => new Int32Array(size);
  const counts = () => new Float64Array(size);
  return {
    start,
    day: days(),
    age: days(),
    outcome: new Uint8Array(size),
    reason: days(),
    upload: days(),
    known: days(),
    n: counts(),
    allowedCents: counts(),
  };
}

function decisionColumns(rows: CellRows, indexes: Indexes): { columns: DecisionColumns; uploads: UploadFact[] } {
  const { sorted, start } = ordered(rows.decisions, indexes.strata, indexes.count, compareDecisions);
  const columns = emptyColumns(start, sorted.length);
  sorted.forEach((row, i) => {
    columns.day[i] = row.decidedOn;
    columns.age[i] = row.age;
    columns.outcome[i] = outcomeCode(row.outcome);
    columns.reason[i] = row.reason === null ? -1 : (indexes.reason.get(row.reason) ?? -1);
    columns.upload[i] = indexes.upload.get(row.uploadId) ?? 0;
    columns.n[i] = row.n;
    columns.allowedCents[i] = row.allowedCents;
  });
  const { known, uploads } = knownDays(columns, rows.uploads);
  return { columns: { ...columns, known }, uploads };
}

function extremes(days: Int32Array): { first: number; last: number } {
  let first = Infinity;
  let last = -Infinity;
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { first, last };
}

/** Brings rollup rows of one customer into columns, in an order that depends on their content only. */
export function buildCells(rows: CellRows): DriftCells {
  const { sorted, submissions: submitted, decisions: decidedIn } = numberStrata(rows);
  const payers = distinct(sorted.map((key) => key.payerId));
  const groups = distinct(sorted.map((key) => key.cptGroup));
  const reasons = distinct(rows.decisions.flatMap((row) => (row.reason === null ? [] : [row.reason])));
  const uploadIndex = new Map(rows.uploads.map((upload, position) => [upload.id, position]));
  const strata = sorted.map((key) => ({
    payer: payers.index.get(key.payerId) ?? 0,
    group: groups.index.get(key.cptGroup) ?? 0,
    cpt: key.cpt,
  }));
  const segments = segmentsOf(strata);
  const submissions = submissionColumns(rows.submissions, submitted, strata.length);
  const indexes = { strata: decidedIn, count: strata.length, reason: reasons.index, upload: uploadIndex };
  const { columns: decisions, uploads } = decisionColumns(rows, indexes);
  const decided = extremes(decisions.day);
  return {
    payers: payers.list,
    groups: groups.list,
    reasons: reasons.list,
    uploads,
    strata,
    segments,
    began: groupBeginnings(submissions, segments, strata.length),
    submissions,
    decisions,
    historyStart: extremes(submissions.day).first,
    firstDecision: decided.first,
    lastDecision: decided.last,
  };
}
