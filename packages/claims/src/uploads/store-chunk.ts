import type { CustomerCtx } from "@upstream/db";
import { bulkInCustomer } from "@upstream/db";
import type { DetectedColumns } from "../csv/detect-columns.ts";
import type { Dialect } from "../csv/sniff-dialect.ts";
import type { NewPayer } from "../payers/payer-directory.ts";
import type { ActiveRule } from "../rules/active-rules.ts";
import type { Issue } from "./admit-row.ts";
import type { BulkClient } from "./bulk-client.ts";
import type { Chunk, ChunkBuilder } from "./chunk-builder.ts";
import { LeaseLost } from "./lease-lost.ts";
import { leaseMs } from "./lease-upload.ts";
import type { LeasedUpload } from "./lease-upload.ts";
import { mergeRows, storeIssues } from "./merge-rows.ts";
import type { MergeResult } from "./merge-rows.ts";
import type { TallyFacts } from "./tallies.ts";

export type ChunkInput = {
  ctx: CustomerCtx;
  upload: LeasedUpload;
  chunk: Chunk;
  builder: ChunkBuilder;
  issues: readonly Issue[];
  facts: TallyFacts;
  checkpointRow: number;
  isLast: boolean;
  payers: readonly NewPayer[];
  rules: readonly ActiveRule[];
  lookUpFirst: boolean;
  bytesRead: number;
  columns: DetectedColumns;
  dialect: Dialect;
  dayFirst: boolean;
  onStaged(): void;
};

/** What the database added to the counts: findings of the uniqueness rules, copies, rows flagged, cents, and how much was known already. */
export type StoredChunk = {
  findings: Record<string, number>;
  stored: Record<string, number>;
  copies: number;
  /** Rows flagged only for what the database knew of them. */
  warned: number;
  cents: number;
  knownShare: number;
};

const sightingCaps: Record<string, number> = { UNQ_ROW_IN_FILE: 5_000, UNQ_CLAIM_IN_CUSTOMER: 500 };

function sightingFindings(input: ChunkInput, merged: MergeResult): Pick<StoredChunk, "findings" | "stored"> {
  const counts = { UNQ_ROW_IN_FILE: merged.copies + merged.twins, UNQ_CLAIM_IN_CUSTOMER: merged.updated + merged.unchanged };
  const inForce = Object.entries(counts).filter(([code, count]) => count > 0 && input.rules.some((active) => active.rule.id === code));
  const stored: Record<string, number> = {};
  for (const issue of merged.issues) stored[issue.code] = (stored[issue.code] ?? 0) + 1;
  return { findings: Object.fromEntries(inForce), stored };
}

async function saveCheckpoint(client: BulkClient, input: ChunkInput, merged: MergeResult, facts: TallyFacts): Promise<void> {
  const { ctx, upload, columns, dialect } = input;
  const now = ctx.clock.now();
  const mapping = { columns: columns.names, ignored: columns.ignored, dayFirst: input.dayFirst };
  const { rowCount } = await client.query(
    `UPDATE uploads SET status = $4, checkpoint_row = $5, bytes_read = LEAST($6::bigint, byte_count), locked_until = $7, tallies = $8, mapping = $9, delimiter = $10,
       row_count = $11, accepted_count = $12, rejected_count = $13, warning_count = $14, new_count = new_count + $15, updated_count = updated_count + $16, unchanged_count = unchanged_count + $17
     WHERE customer_id = $1 AND id = $2 AND attempts = $3 AND status = 'PARSING'`,
    [
      ctx.customerId,
      upload.id,
      upload.attempts,
      input.isLast ? "STAGED" : "PARSING",
      input.checkpointRow,
      input.bytesRead,
      new Date(now.getTime() + leaseMs),
      JSON.stringify(facts),
      JSON.stringify(mapping),
      dialect.delimiter,
      facts.rows,
      facts.accepted,
      facts.rejected,
      facts.warned,
      merged.added,
      merged.updated,
      merged.unchanged + merged.copies + merged.twins,
    ],
  );
  if (rowCount !== 1) throw new LeaseLost();
}

function addCounts(into: Record<string, number>, more: Record<string, number>): void {
  for (const [code, count] of Object.entries(more)) into[code] = (into[code] ?? 0) + count;
}

/** Stores a chunk's rows, findings and checkpoint in one transaction, so that a replay inserts nothing twice. */
export async function storeChunk(input: ChunkInput): Promise<StoredChunk> {
  const { ctx, upload, facts } = input;
  return bulkInCustomer(ctx, async (client) => {
    const merged = await mergeRows(client, ctx, {
      uploadId: upload.id,
      chunk: input.chunk,
      builder: input.builder,
      payers: input.payers,
      lookUpFirst: input.lookUpFirst,
      rules: input.rules,
      onStaged: input.onStaged,
      roomFor: (code) => Math.max(0, (sightingCaps[code] ?? 0) - (facts.stored[code] ?? 0)),
    });
    const own = sightingFindings(input, merged);
    addCounts(facts.findings, own.findings);
    addCounts(facts.stored, own.stored);
    facts.copies += merged.copies + merged.twins;
    facts.warned += merged.warned;
    facts.cents += merged.cents;
    await storeIssues(client, ctx, upload.id, [...input.issues, ...merged.issues]);
    await saveCheckpoint(client, input, merged, facts);
    const total = input.chunk.rowNos.length;
    return {
      ...own,
      copies: facts.copies,
      warned: merged.warned,
      cents: facts.cents,
      knownShare: total === 0 ? 0 : (total - merged.added) / total,
    };
  });
}
