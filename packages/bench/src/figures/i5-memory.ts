import { loadavg } from "node:os";
import { join } from "node:path";
import { serverFlags } from "@upstream/tooling/start-product";
import { lastDay } from "../big-customer.ts";
import { startChild } from "../child.ts";
import { writeClaimFile } from "../claim-file.ts";
import { rowsOf } from "../figure.ts";
import type { BenchRun, Equality, Figure, Measured } from "../figure.ts";
import type { IngestMemory, IngestTask } from "../ingest-child.ts";
import { readExpected, readStored } from "../read-expected.ts";
import { statOf } from "../stats.ts";

const mostRounds = 3;
const child = import.meta.resolve("../ingest-child.ts");

async function measure({ world, options }: BenchRun, rows: number): Promise<Measured> {
  const path = join(world.folder, "memory.csv");
  const to = lastDay();
  await writeClaimFile({ path, rows, seed: options.seed + 5, prefix: "M", from: to - 29, to });
  const expected = await readExpected(path);
  const runs: IngestMemory[] = [];
  const equality: Equality[] = [];
  const loadAvg: number[] = [];
  for (let round = 0; round < Math.min(options.rounds, mostRounds); round += 1) {
    const { customerId } = await world.createCustomer(`Memory ${round}`);
    const task: IngestTask = {
      userUrl: world.urls.userUrl,
      systemUrl: world.urls.systemUrl,
      kek: world.kek.key.toString("base64"),
      customerId,
      path,
    };
    const { told, stop } = await startChild<IngestMemory>(new URL(child).pathname, task, serverFlags);
    await stop();
    const stored = await readStored(world.admin, told.uploadId);
    equality.push({
      check: `the process stored the ${expected.accepted} good rows and their cents`,
      ok: stored.join("\n") === expected.byPayer.join("\n"),
    });
    runs.push(told);
    loadAvg.push(loadavg()[0] ?? 0);
  }
  const growth = statOf(runs.map(({ idleMiB, peakMiB }) => peakMiB - idleMiB));
  const idle = statOf(runs.map(({ idleMiB }) => idleMiB));
  return {
    params: { rows, base: 0 },
    product: growth,
    anchor: idle,
    ratio: growth,
    details: [{ name: "peak", unit: "MiB", stat: statOf(runs.map(({ peakMiB }) => peakMiB)) }],
    equality,
    loadAvg,
  };
}

/** How far the resident memory of a process of its own rises above idle while it takes a file in. */
export const memory: Figure = {
  id: "I5",
  defaultRows: 200_000,
  run: async (bench) => [await measure(bench, rowsOf(memory, bench.options))],
};
