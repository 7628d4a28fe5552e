import { newId } from "@upstream/core";
import type { Id, UploadId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import type { NewPayer } from "../payers/payer-directory.ts";
import type { ActiveRule } from "../rules/active-rules.ts";
import type { Issue } from "./admit-row.ts";
import type { BulkClient } from "./bulk-client.ts";
import type { Chunk, ChunkBuilder } from "./chunk-builder.ts";
import { stagedColumns, stagedColumnsOf } from "./claim-values.ts";
import { writeDigests } from "./claim-record.ts";
import { startOf } from "./chunk-builder.ts";
import { copyRows, rowPieces } from "./copy-rows.ts";
import { issueOfSighting } from "./sighting-issues.ts";

export type MergeInput = {
  uploadId: UploadId;
  chunk: Chunk;
  builder: ChunkBuilder;
  payers: readonly NewPayer[];
  /** Look identities up before sealing: cheaper when most rows are known. */
  lookUpFirst: boolean;
  rules: readonly ActiveRule[];
  /** Called once the rows have left this process, before the database merges them. */
  onStaged(): void;
  /** How many more findings of a kind may be stored. */
  roomFor(code: string): number;
};

export type MergeCounts = {
  added: number;
  updated: number;
  unchanged: number;
  copies: number;
  twins: number;
  warned: number;
  cents: number;
};
export type MergeResult = MergeCounts & { issues: Issue[] };

type Seen = { row_no: number; state: "updated" | "unchanged" | "copy" | "twin" };

/** Marks rows of `stg` that are no new claim: a change, a repetition, or a second copy within the file. */
const seenStatement = `CREATE TEMP TABLE seen ON COMMIT DROP AS
  SELECT s.row_no, c.id, c.version, CASE WHEN c.upload_id = $2::uuid AND c.values_hash = s.values_hash THEN 'copy' WHEN c.upload_id = $2::uuid THEN 'twin'
      WHEN h.identity IS NULL THEN 'unchanged' WHEN h.row_no = s.row_no THEN 'updated' WHEN h.values_hash = s.values_hash THEN 'copy' ELSE 'twin' END AS state
  FROM stg s JOIN claims c ON c.customer_id = $1 AND c.identity = s.identity
    LEFT JOIN claim_changes h ON h.customer_id = $1 AND h.upload_id = $2::uuid AND h.identity = s.identity
  WHERE NOT (c.upload_id = $2::uuid AND c.row_no = s.row_no)`;

const repeatStatement = `INSERT INTO upload_repeats (customer_id, upload_id, from_row, claim_ids, versions, row_nos)
  SELECT $1, $2, min(row_no), array_agg(id ORDER BY row_no), array_agg(version ORDER BY row_no), array_agg(row_no ORDER BY row_no)
  FROM seen WHERE state = 'unchanged' HAVING count(*) > 0`;

async function storePayers(client: BulkClient, ctx: CustomerCtx, payers: readonly NewPayer[]): Promise<void> {
  if (payers.length === 0) return;
  await client.query(
    `INSERT INTO payers (customer_id, id, name, name_key) SELECT $1, p.id, p.name, p.key FROM unnest($2::uuid[], $3::text[], $4::text[]) AS p(id, name, key)
     ORDER BY p.id ON CONFLICT DO NOTHING`,
    [ctx.customerId, payers.map((payer) => payer.id), payers.map((payer) => payer.name), payers.map((payer) => payer.key)],
  );
}

/** Places of the chunk's rows that are new or changed, found by identity before anything is sealed; the others enter `seen`. */
async function lookUp(client: BulkClient, ctx: CustomerCtx, input: MergeInput): Promise<number[]> {
  const { chunk } = input;
  await client.query("CREATE TEMP TABLE probe (place integer, row_no integer, identity bytea, values_hash bytea) ON COMMIT DROP");
  const probes = rowPieces(chunk.rowNos.length, (into, at) => {
    into.begin(4);
    into.int4(at);
    into.int4(chunk.rowNos[at] ?? 0);
    writeDigests(into, chunk.records, startOf(chunk, at));
  });
  await copyRows(client, "probe", probes);
  await client.query("ANALYZE probe (identity)");
  await client.query(
    `CREATE TEMP TABLE known ON COMMIT DROP AS SELECT p.place, p.row_no, c.id, c.version FROM probe p
     JOIN claims c ON c.customer_id = $1 AND c.identity = p.identity AND c.values_hash = p.values_hash AND c.upload_id <> $2::uuid
     WHERE NOT EXISTS (SELECT 1 FROM claim_changes h WHERE h.customer_id = $1 AND h.upload_id = $2::uuid AND h.identity = p.identity)`,
    [ctx.customerId, input.uploadId],
  );
  const { rows } = await client.query<{ places: number[] | null }>("SELECT array_agg(place) AS places FROM known");
  const known = new Set(rows[0]?.places ?? []);
  return chunk.rowNos.flatMap((_, at) => (known.has(at) ? [] : [at]));
}

async function stage(client: BulkClient, input: MergeInput, places: readonly number[] | undefined): Promise<number> {
  await client.query(`CREATE TEMP TABLE stg ON COMMIT DROP AS SELECT ${stagedColumns} FROM claims WITH NO DATA`);
  await copyRows(client, "stg", input.builder.pieces(input.chunk, places));
  input.onStaged();
  const inserted = await client.query(
    `INSERT INTO claims (${stagedColumns}) SELECT ${stagedColumns} FROM stg ON CONFLICT (customer_id, identity) DO NOTHING`,
  );
  return inserted.rowCount ?? 0;
}

/** Sorts out the staged rows that met a stored claim. */
async function mergeLeftovers(client: BulkClient, ctx: CustomerCtx, input: MergeInput): Promise<void> {
  const keys = [ctx.customerId, input.uploadId];
  await client.query("ANALYZE stg (identity)");
  await client.query(
    `INSERT INTO claim_changes (${stagedColumns}) SELECT ${stagedColumnsOf("s")} FROM stg s JOIN claims c ON c.customer_id = $1 AND c.identity = s.identity
     WHERE c.upload_id <> $2 AND c.values_hash <> s.values_hash ORDER BY s.row_no ON CONFLICT DO NOTHING`,
    keys,
  );
  await client.query(seenStatement, keys);
}

/** Rows that no rule warned of before their standing was known, and that are flagged for it. */
function newlyWarned({ rules, chunk }: MergeInput, seen: readonly { state: Seen["state"]; rows: number[] }[]): number {
  const flagged = seen.filter(({ state }) => issueOfSighting(rules, 0, state)?.severity === "warning").flatMap(({ rows }) => rows);
  return flagged.filter((rowNo) => !chunk.warned.has(rowNo)).length;
}

async function countSeen(client: BulkClient, input: MergeInput, added: number): Promise<MergeCounts> {
  const { rows } = await client.query<{ state: Seen["state"]; n: number; rows: number[] }>(
    "SELECT state, count(*)::int AS n, array_agg(row_no) AS rows FROM seen GROUP BY state",
  );
  const count = (state: Seen["state"]) => rows.find((row) => row.state === state)?.n ?? 0;
  const skipped = new Set(rows.filter((row) => row.state !== "updated").flatMap((row) => row.rows));
  const cents = input.chunk.rowNos.reduce((sum, rowNo, at) => (skipped.has(rowNo) ? sum : sum + (input.chunk.cents[at] ?? 0)), 0);
  return {
    added,
    updated: count("updated"),
    unchanged: count("unchanged"),
    copies: count("copy"),
    twins: count("twin"),
    warned: newlyWarned(input, rows),
    cents,
  };
}

async function seenIssues(client: BulkClient, input: MergeInput): Promise<Issue[]> {
  const room = { row: input.roomFor("UNQ_ROW_IN_FILE"), claim: input.roomFor("UNQ_CLAIM_IN_CUSTOMER") };
  const { rows } = await client.query<Seen>(
    `(SELECT row_no, state FROM seen WHERE state IN ('copy', 'twin') ORDER BY row_no LIMIT $1)
     UNION ALL (SELECT row_no, state FROM seen WHERE state IN ('updated', 'unchanged') ORDER BY row_no LIMIT $2)`,
    [room.row, room.claim],
  );
  return rows.flatMap((row) => issueOfSighting(input.rules, row.row_no, row.state) ?? []);
}

/** Stores findings of an upload. */
export async function storeIssues(client: BulkClient, ctx: CustomerCtx, uploadId: UploadId, issues: readonly Issue[]): Promise<void> {
  if (issues.length === 0) return;
  const columns = "customer_id, id, upload_id, row_no, column_name, code, detail, severity";
  await client.query("CREATE TEMP TABLE found ON COMMIT DROP AS SELECT " + columns + " FROM validation_issues WITH NO DATA");
  const rows = rowPieces(issues.length, (into, at) => {
    const issue = issues[at] as Issue;
    into.begin(8);
    for (const id of [ctx.customerId, newId<Id<"issue">>(), uploadId]) into.uuid(id);
    into.int4(issue.rowNo);
    for (const text of [issue.column, issue.code, issue.detail, issue.severity]) into.text(text);
  });
  await copyRows(client, "found", rows);
  await client.query(`INSERT INTO validation_issues (${columns}) SELECT ${columns} FROM found`);
}

/** Merges a chunk's rows into the claims, hidden until publish: new ones straight in, changed ones into `claim_changes`, the rest counted. */
export async function mergeRows(client: BulkClient, ctx: CustomerCtx, input: MergeInput): Promise<MergeResult> {
  const total = input.chunk.rowNos.length;
  const none = { added: 0, updated: 0, unchanged: 0, copies: 0, twins: 0, warned: 0, cents: 0, issues: [] };
  await storePayers(client, ctx, input.payers);
  if (total === 0) return none;
  const places = input.lookUpFirst ? await lookUp(client, ctx, input) : undefined;
  const added = await stage(client, input, places);
  if (added === total) return { ...none, added, cents: input.chunk.cents.reduce((sum, cents) => sum + cents, 0) };
  if (added < (places?.length ?? total)) await mergeLeftovers(client, ctx, input);
  else await client.query("CREATE TEMP TABLE seen (row_no integer, id uuid, version integer, state text) ON COMMIT DROP");
  if (places) await client.query("INSERT INTO seen (row_no, id, version, state) SELECT row_no, id, version, 'unchanged' FROM known");
  await client.query(repeatStatement, [ctx.customerId, input.uploadId]);
  return { ...(await countSeen(client, input, added)), issues: await seenIssues(client, input) };
}
