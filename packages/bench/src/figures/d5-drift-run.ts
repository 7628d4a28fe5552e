import { join } from "node:path";
import { listCommittedUploads, readDecisionCells, type DecisionCell } from "@upstream/claims";
import { isoOf } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { runDrift } from "@upstream/drift";
import { bigCustomer, lastDay } from "../big-customer.ts";
import { writeClaimFile } from "../claim-file.ts";
import { settleTables } from "../copy-anchor.ts";
import { rowsOf } from "../figure.ts";
import type { BenchRun, Equality, Figure, Measured } from "../figure.ts";
import { ingestFile } from "../ingest-file.ts";
import { interleave } from "../interleave.ts";
import { pairedRatio, statOf } from "../stats.ts";
import type { World } from "../world.ts";

const windowDays = 28;
/** A file like those of one working day. */
const filesAYear = 250;

type Count = { payer: string; cpt_group: string; n: string; denied: string; n_now: string; denied_now: string };

const countStatement = `SELECT payer_id::text AS payer, cpt_group, count(*)::text AS n, count(*) FILTER (WHERE outcome = 'DENIED')::text AS denied,
    count(*) FILTER (WHERE decided_date >= $2)::text AS n_now, count(*) FILTER (WHERE decided_date >= $2 AND outcome = 'DENIED')::text AS denied_now
  FROM claims WHERE customer_id = $1 AND decided_date <= $3 GROUP BY 1, 2`;

type Scan = { ms: number; rows: Count[] };

/** Counts of the denial signal straight from the claims, through the covering index and without parallel helpers. */
async function scanClaims({ admin }: World, ctx: CustomerCtx): Promise<Scan> {
  const values = [ctx.customerId, isoOf(lastDay() - windowDays), isoOf(lastDay())];
  const begun = performance.now();
  const { rows } = await admin.query<Count>(countStatement, values);
  return { ms: performance.now() - begun, rows };
}

async function usesIndexOnly({ admin }: World, ctx: CustomerCtx): Promise<boolean> {
  const values = [ctx.customerId, isoOf(lastDay() - windowDays), isoOf(lastDay())];
  const { rows } = await admin.query<{ "QUERY PLAN": string }>(`EXPLAIN ${countStatement}`, values);
  return rows.some((row) => row["QUERY PLAN"].includes("Index Only Scan"));
}

async function readCells(ctx: CustomerCtx): Promise<DecisionCell[]> {
  const uploads = await listCommittedUploads(ctx);
  return readDecisionCells(
    ctx,
    uploads.map(({ id }) => id),
  );
}

/** The same counts out of the cells that drift reads. */
async function countCells(ctx: CustomerCtx): Promise<string[]> {
  const from = lastDay() - windowDays;
  const sums = new Map<string, [number, number, number, number]>();
  for (const cell of await readCells(ctx)) {
    const key = `${cell.payerId} ${cell.cptGroup}`;
    const sum = sums.get(key) ?? [0, 0, 0, 0];
    sums.set(key, sum);
    const denied = cell.outcome === "DENIED" ? cell.n : 0;
    sum[0] += cell.n;
    sum[1] += denied;
    if (cell.decidedOn < from) continue;
    sum[2] += cell.n;
    sum[3] += denied;
  }
  return [...sums].map(([key, sum]) => `${key} ${sum.join(" ")}`).toSorted();
}

async function compare(world: World, ctx: CustomerCtx): Promise<Equality[]> {
  const { rows } = await scanClaims(world, ctx);
  const raw = rows.map((row) => `${row.payer} ${row.cpt_group} ${row.n} ${row.denied} ${row.n_now} ${row.denied_now}`).toSorted();
  const cells = await countCells(ctx);
  return [
    {
      check: `decisions and denials of all ${raw.length} segments are equal in claims and in the cells that drift reads`,
      ok: raw.length > 0 && raw.join("\n") === cells.join("\n"),
    },
    { check: "the anchor is an index-only scan", ok: await usesIndexOnly(world, ctx) },
  ];
}

async function addDay(bench: BenchRun, rows: number, round: number): Promise<void> {
  const path = join(bench.world.folder, `day-${round}.csv`);
  const to = lastDay();
  await writeClaimFile({
    path,
    rows: Math.ceil(rows / filesAYear),
    seed: bench.options.seed + 20 + round,
    prefix: `D${round}X`,
    from: to - 29,
    to,
  });
  await ingestFile(await bigCustomer(bench, rows, "process-upload"), path);
  await settleTables(bench.world.admin);
}

async function timeRun(ctx: CustomerCtx): Promise<{ ms: number; tested: number }> {
  const begun = performance.now();
  const run = await runDrift(ctx, { kind: "upload" });
  const ms = performance.now() - begun;
  if (run.status !== "COMPLETED") throw new Error(`The drift run ended as ${run.status}`);
  return { ms, tested: run.testedCount };
}

async function measure(bench: BenchRun, rows: number): Promise<Measured> {
  const { world, options } = bench;
  const ctx = await bigCustomer(bench, rows, "scan-drift");
  await world.admin.query("SET max_parallel_workers_per_gather = 0; SET enable_seqscan = off; SET enable_bitmapscan = off");
  const first = await timeRun(ctx);
  let file = 0;
  let tested = first.tested;
  const product = async () => {
    await addDay(bench, rows, ++file);
    const run = await timeRun(ctx);
    tested = run.tested;
    return run.ms;
  };
  const anchor = async () => (await scanClaims(world, ctx)).ms;
  await product();
  await anchor();
  const equality = await compare(world, ctx);
  const taken = await interleave(options.rounds, product, anchor);
  await world.admin.query("RESET max_parallel_workers_per_gather; RESET enable_seqscan; RESET enable_bitmapscan");
  const cells = await readCells(ctx);
  return {
    params: { rows, base: 0 },
    product: statOf(taken.product),
    anchor: statOf(taken.anchor),
    ratio: pairedRatio(taken.product, taken.anchor),
    details: [
      { name: "first run, all weekly looks of the history", unit: "ms", stat: statOf([first.ms]) },
      {
        name: "claims a decision cell",
        unit: "",
        stat: statOf([cells.reduce((sum, cell) => sum + cell.n, 0) / Math.max(1, cells.length)]),
      },
      { name: "hypotheses tested", unit: "", stat: statOf([tested]) },
    ],
    equality: [...equality, { check: "the run tested hypotheses", ok: tested > 0 }],
    loadAvg: taken.loadAvg,
  };
}

/** The look for drift that follows a day's file, from reading to events written, beside counting one signal from the claims. */
export const driftRun: Figure = {
  id: "D5",
  defaultRows: 1_000_000,
  run: async (bench) => [await measure(bench, rowsOf(driftRun, bench.options))],
};
