import type { CustomerCtx } from "@upstream/db";
import { DateOrderEvidence } from "../csv/date-order.ts";
import { detectColumns } from "../csv/detect-columns.ts";
import type { DetectedColumns } from "../csv/detect-columns.ts";
import { FileRefusal } from "../csv/file-refusal.ts";
import { isBlank } from "../csv/structural-faults.ts";
import type { Severity } from "../rules/rule.ts";
import { rowAdmitter } from "./admit-row.ts";
import type { Issue, IssueTaker, RowAdmitter } from "./admit-row.ts";
import { chunkBuilder } from "./chunk-builder.ts";
import type { Chunk, ChunkBuilder } from "./chunk-builder.ts";
import type { LeasedUpload } from "./lease-upload.ts";
import { loadSource } from "./load-source.ts";
import type { Source } from "./load-source.ts";
import { openFile } from "./read-file.ts";
import type { OpenFile } from "./read-file.ts";
import { storeChunk } from "./store-chunk.ts";
import type { StoredChunk } from "./store-chunk.ts";
import { emptyTallies, tallyRow } from "./tallies.ts";
import type { TallyFacts } from "./tallies.ts";

/** Findings after which a chunk is stored though few of its rows were accepted. */
const issuesPerChunk = 50_000;
/** Findings stored per rule and upload; beyond it they are counted only. */
const storedPerCode: Record<Severity, number> = { error: 20_000, warning: 5_000, info: 500 };
const clearEvidence = 50;
/** Share of known rows in a chunk from which the next one is looked up before it is sealed. */
const lookUpShare = 0.5;

type Work = {
  ctx: CustomerCtx;
  upload: LeasedUpload;
  source: Source;
  file: OpenFile;
  facts: TallyFacts;
  order: DateOrderEvidence;
  columns: DetectedColumns;
  admitter: RowAdmitter;
  builder: ChunkBuilder;
  chunk: Chunk;
  issues: Issue[];
  warnedRow: number;
  inconsistentRow: number;
  knownShare: number;
  /** Chunks given to the database so far. */
  handedOver: number;
  inFlight: Promise<StoredChunk> | undefined;
  /** The database is busy with the chunk in flight. */
  isStoring: boolean;
};

const gravity: Record<Severity, number> = { info: 0, warning: 1, error: 2 };
const inconsistent = /^(?:BIZ_|DATE_DECISION_LAG)/;

/** Counts every finding and keeps as many of each kind as a person could read. */
function takeIssue(work: Pick<Work, "facts" | "issues" | "warnedRow" | "inconsistentRow">): IssueTaker {
  return (issue) => {
    const { rowNo, code, severity, detail } = issue;
    const { facts } = work;
    facts.findings[code] = (facts.findings[code] ?? 0) + 1;
    const known = facts.gravest[code];
    if (known === undefined || gravity[severity] > gravity[known.severity]) facts.gravest[code] = { detail, severity };
    if (severity === "warning" && work.warnedRow !== rowNo) work.warnedRow = rowNo;
    if (inconsistent.test(code)) work.inconsistentRow = rowNo;
    const stored = facts.stored[code] ?? 0;
    if (stored >= storedPerCode[severity]) return;
    facts.stored[code] = stored + 1;
    work.issues.push(issue);
  };
}

async function startWork(ctx: CustomerCtx, upload: LeasedUpload, file: OpenFile, header: readonly string[]): Promise<Work> {
  const source = await loadSource(ctx, upload);
  const facts = upload.tallies ?? emptyTallies();
  const order = new DateOrderEvidence(facts);
  const columns = detectColumns(header, source.mapping);
  const issues: Issue[] = [];
  const kept = { facts, issues, warnedRow: 0, inconsistentRow: 0 };
  const builder = chunkBuilder({
    customerId: ctx.customerId,
    uploadId: upload.id,
    phi: ctx.phi,
    payers: source.payers,
    groupOf: source.groupOf,
  });
  const work = {
    ctx,
    upload,
    source,
    file,
    order,
    columns,
    builder,
    chunk: builder.take(),
    knownShare: 0,
    handedOver: 0,
    inFlight: undefined,
    isStoring: false,
    ...kept,
  } as Work;
  work.admitter = rowAdmitter(
    { columns, spareCells: file.dialect.spareCells, dayFirst: source.dayFirst, rules: source.rules, env: source.env },
    order,
    takeIssue(work),
  );
  return work;
}

function takeRow(work: Work, cells: readonly string[], rowNo: number): void {
  const { facts, admitter } = work;
  facts.rows += 1;
  const stands = admitter.admit(cells, rowNo);
  tallyRow(facts, admitter.row, admitter.mapped, stands);
  if (!stands) {
    facts.rejected += 1;
    return;
  }
  facts.accepted += 1;
  if (work.warnedRow === rowNo) {
    facts.warned += 1;
    work.chunk.warned.add(rowNo);
  }
  if (work.inconsistentRow === rowNo) facts.inconsistent += 1;
  work.builder.add(work.chunk, admitter.row);
}

/** Hands the chunk to the database and goes on reading; two are in flight at most. */
async function flush(work: Work, checkpointRow: number, isLast: boolean): Promise<void> {
  if (work.knownShare < lookUpShare) await work.builder.sealAhead(work.chunk, () => work.isStoring);
  const before = await settle(work);
  const chunk = work.chunk;
  const issues = work.issues.splice(0);
  work.chunk = work.builder.take();
  if (before) Object.assign(work.facts, { cents: before.cents, copies: before.copies });
  const payers = work.source.payers.takeNew();
  work.facts.newPayers += payers.length;
  const facts = structuredClone(work.facts);
  const staged = Promise.withResolvers<void>();
  work.inFlight = storeChunk({
    ctx: work.ctx,
    upload: work.upload,
    chunk,
    builder: work.builder,
    issues,
    facts,
    checkpointRow,
    isLast,
    payers,
    rules: work.source.rules,
    lookUpFirst: work.knownShare >= lookUpShare,
    bytesRead: work.file.bytesRead(),
    columns: work.columns,
    dialect: work.file.dialect,
    dayFirst: work.source.dayFirst,
    onStaged: staged.resolve,
  });
  work.handedOver += 1;
  work.isStoring = true;
  work.inFlight.then(
    () => {
      work.isStoring = false;
      work.builder.giveBack(chunk);
    },
    () => {
      work.isStoring = false;
    },
  );
  // Reading on while the rows leave would keep the database waiting for them, and this process idle once it has them.
  await Promise.race([staged.promise, work.inFlight]);
}

async function settle(work: Work): Promise<StoredChunk | undefined> {
  const stored = await work.inFlight;
  if (!stored) return undefined;
  work.inFlight = undefined;
  work.knownShare = stored.knownShare;
  work.facts.warned += stored.warned;
  for (const code of Object.keys(stored.findings)) {
    work.facts.findings[code] = (work.facts.findings[code] ?? 0) + (stored.findings[code] ?? 0);
    work.facts.stored[code] = (work.facts.stored[code] ?? 0) + (stored.stored[code] ?? 0);
  }
  return stored;
}

export type IngestLimits = { maxRows: number | undefined; chunkRows: number };

/** The first chunk of a piece of work is this share of a full one, and each that follows twice the one before: the database idles until the first. */
const firstShare = 0.125;
/** A chunk of long texts is full before it has its rows, so that memory stays bounded whatever they hold. */
const fullBytes = 24 * 1_048_576;

const isFull = (work: Work, chunkRows: number) =>
  work.chunk.rowNos.length >= Math.min(chunkRows, Math.ceil(chunkRows * firstShare * 2 ** work.handedOver)) ||
  work.chunk.records.size >= fullBytes ||
  work.issues.length >= issuesPerChunk;

type Progress = { work: Work | undefined; row: number; since: number };

/** Takes one record; the first that is not blank is the header. True when a full chunk was handed over. */
async function takeRecord(
  at: Progress,
  from: { ctx: CustomerCtx; upload: LeasedUpload; file: OpenFile; chunkRows: number },
  cells: readonly string[],
): Promise<boolean> {
  if (isBlank(cells)) return false;
  if (!at.work) {
    at.work = await startWork(from.ctx, from.upload, from.file, checkWidth(cells));
    return false;
  }
  if (at.row <= from.upload.checkpointRow) return false;
  takeRow(at.work, cells, at.row);
  at.since += 1;
  if (!isFull(at.work, from.chunkRows)) return false;
  at.work.order.assertOrder(at.work.source.dayFirst, clearEvidence);
  await flush(at.work, at.row, false);
  return true;
}

async function finish(work: Work, lastRow: number): Promise<void> {
  work.order.assertOrder(work.source.dayFirst);
  const isEmpty = work.facts.accepted === 0;
  await flush(work, lastRow, !isEmpty);
  await settle(work);
  if (isEmpty) throw new FileRefusal(work.facts.rows === 0 ? "no_rows" : "no_accepted_row");
}

/** Reads the file from its checkpoint on; true when its end is reached and everything is staged. */
export async function ingestFile(ctx: CustomerCtx, upload: LeasedUpload, limits: IngestLimits): Promise<boolean> {
  const file = await openFile(ctx, upload);
  const from = { ctx, upload, file, chunkRows: limits.chunkRows };
  const at: Progress = { work: undefined, row: 1, since: 0 };
  for await (const batch of file.batches) {
    for (let index = 0; index < batch.records.length; index += 1) {
      at.row = batch.firstRowNo + index;
      const isHandedOver = await takeRecord(at, from, batch.records[index] ?? []);
      if (!isHandedOver || limits.maxRows === undefined || at.since < limits.maxRows || !at.work) continue;
      await settle(at.work);
      return false;
    }
  }
  if (!at.work) throw new FileRefusal("empty_file");
  await finish(at.work, Math.max(at.row, upload.checkpointRow));
  return true;
}

const maxColumns = 200;

function checkWidth(header: readonly string[]): readonly string[] {
  if (header.length > maxColumns) throw new FileRefusal("too_many_columns");
  return header;
}
