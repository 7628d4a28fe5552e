import { join } from "node:path";
import { rebuildRollups } from "@upstream/claims";
import type { UploadId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { lastDay } from "../big-customer.ts";
import { writeClaimFile } from "../claim-file.ts";
import { copyClaims, deleteClaims, dumpClaims, retireUpload, settleTables } from "../copy-anchor.ts";
import { rowsOf } from "../figure.ts";
import type { BenchRun, Equality, Figure, Measured } from "../figure.ts";
import { ingestFile } from "../ingest-file.ts";
import type { Ingested } from "../ingest-file.ts";
import { interleave } from "../interleave.ts";
import { clusterCpuMs, findPostmaster, ownCpuMs } from "../process-cpu.ts";
import { readExpected, readStored } from "../read-expected.ts";
import type { Expected } from "../read-expected.ts";
import { pairedRatio, statOf } from "../stats.ts";
import type { World } from "../world.ts";

type Place = { world: World; ctx: CustomerCtx; csv: string; dump: string; expected: Expected };

async function preparePlace({ world, options }: BenchRun, rows: number, base: number): Promise<Place> {
  const customer = await world.createCustomer(`Ingest ${base}`);
  const ctx = await world.asWorkflow(customer.customerId, "process-upload");
  const to = lastDay();
  const csv = join(world.folder, `ingest-${base}.csv`);
  if (base > 0) {
    const path = join(world.folder, "base.csv");
    await writeClaimFile({ path, rows: base, seed: options.seed + 100, prefix: "B", from: to - 364, to });
    await ingestFile(ctx, path);
  }
  await writeClaimFile({ path: csv, rows, seed: options.seed, prefix: "C", from: to - 29, to });
  return { world, ctx, csv, dump: join(world.folder, `ingest-${base}.copy`), expected: await readExpected(csv) };
}

/** Leaves nothing of the upload but its row, and the figures as they were. */
async function undo({ world, ctx }: Place, uploadId: UploadId): Promise<void> {
  await deleteClaims(world.admin, uploadId);
  await retireUpload(world.admin, uploadId);
  await rebuildRollups(ctx);
  await settleTables(world.admin);
}

/** An unmeasured round of both sides, which shows that they do the same work. */
async function warmUp(place: Place): Promise<{ uploadId: UploadId; equality: Equality[] }> {
  const { world, expected } = place;
  const { uploadId } = await ingestFile(place.ctx, place.csv);
  const stored = await readStored(world.admin, uploadId);
  await dumpClaims(world.admin, uploadId, place.dump);
  await undo(place, uploadId);
  await copyClaims(world.admin, place.dump);
  const copied = await readStored(world.admin, uploadId);
  await deleteClaims(world.admin, uploadId);
  await settleTables(world.admin);
  const same = (lines: string[]) => lines.join("\n") === expected.byPayer.join("\n");
  return {
    uploadId,
    equality: [
      {
        check: `the ${expected.accepted} good rows of ${expected.rows} are stored, counts and cents by payer equal to an independent reading`,
        ok: same(stored),
      },
      { check: "the anchor stores the same rows and cents", ok: same(copied) },
    ],
  };
}

type Cpu = { node: number[]; database: number[] };

/** CPU of both sides while `work` runs, one sample more for each. */
async function counting<R>(postmaster: number, cpu: Cpu, work: () => Promise<R>): Promise<R> {
  const before = { node: ownCpuMs(), database: clusterCpuMs(postmaster) };
  const result = await work();
  cpu.node.push(ownCpuMs() - before.node);
  cpu.database.push(clusterCpuMs(postmaster) - before.database);
  return result;
}

async function measure(bench: BenchRun, rows: number, base: number): Promise<Measured> {
  const place = await preparePlace(bench, rows, base);
  const { world, expected } = place;
  const { uploadId, equality } = await warmUp(place);
  const postmaster = await findPostmaster(world.admin);
  const cpu = { product: { node: [], database: [] } as Cpu, anchor: { node: [], database: [] } as Cpu };
  const runs: Ingested[] = [];
  const product = async () => {
    const run = await counting(postmaster, cpu.product, () => ingestFile(place.ctx, place.csv));
    runs.push(run);
    await undo(place, run.uploadId);
    return run.receiveMs + run.processMs;
  };
  const anchor = async () => {
    const ms = await counting(postmaster, cpu.anchor, () => copyClaims(world.admin, place.dump));
    await deleteClaims(world.admin, uploadId);
    await settleTables(world.admin);
    return ms;
  };
  const taken = await interleave(bench.options.rounds, product, anchor);
  const rate = (ms: number) => (expected.accepted / ms) * 1000;
  const perRow = (ms: number[]) => statOf(ms.map((value) => (value / expected.accepted) * 1000));
  const rates = (values: number[]) => statOf(values.map(rate));
  const alone = rates(runs.map(({ processMs }) => processMs));
  const anchors = rates(taken.anchor);
  return {
    params: { rows, base },
    product: rates(taken.product),
    anchor: anchors,
    ratio: pairedRatio(taken.product.map(rate), taken.anchor.map(rate)),
    details: [
      { name: "process alone", unit: "rows/s", stat: alone },
      { name: "receive alone", unit: "rows/s", stat: rates(runs.map(({ receiveMs }) => receiveMs)) },
      { name: "process alone / anchor", unit: "", stat: pairedRatio(alone.samples, anchors.samples) },
      { name: "CPU of Node a row", unit: "µs", stat: perRow(cpu.product.node) },
      { name: "CPU of PostgreSQL a row", unit: "µs", stat: perRow(cpu.product.database) },
      { name: "CPU of PostgreSQL a row, anchor", unit: "µs", stat: perRow(cpu.anchor.database) },
    ],
    equality,
    loadAvg: taken.loadAvg,
  };
}

/** Rows a second from bytes to published claims, beside a bare COPY of the accepted rows into the same table. */
export const ingest: Figure = {
  id: "I1",
  defaultRows: 100_000,
  run: async (bench) => {
    const results: Measured[] = [];
    for (const base of bench.options.bases) results.push(await measure(bench, rowsOf(ingest, bench.options), base));
    return results;
  },
};
