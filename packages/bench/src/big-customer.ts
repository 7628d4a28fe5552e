import { join } from "node:path";
import { dayOf, systemClock, todayIn } from "@upstream/core";
import type { CustomerId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { writeClaimFile } from "./claim-file.ts";
import { settleTables } from "./copy-anchor.ts";
import type { BenchRun } from "./figure.ts";
import { ingestFile } from "./ingest-file.ts";

const historyDays = 400;
const made = new Map<string, Promise<CustomerId>>();

/** Yesterday as a day number; the files of the bench end there. */
export function lastDay(): number {
  return dayOf(todayIn("UTC", systemClock.now())) - 1;
}

async function makeBigCustomer({ world, options, say }: BenchRun, rows: number): Promise<CustomerId> {
  say(`  loading ${rows.toLocaleString("en")} claims over ${historyDays} days`);
  const { customerId } = await world.createCustomer(`Big ${rows}`);
  const path = join(world.folder, `big-${rows}.csv`);
  const to = lastDay();
  await writeClaimFile({ path, rows, seed: options.seed + 9, prefix: "H", from: to - historyDays, to });
  await ingestFile(await world.asWorkflow(customerId, "process-upload"), path);
  await settleTables(world.admin);
  return customerId;
}

/** A customer with that many rows of history, made once a run. */
export async function bigCustomer(bench: BenchRun, rows: number, workflow: string): Promise<CustomerCtx> {
  const key = `${bench.world.folder} ${rows}`;
  const making = made.get(key) ?? makeBigCustomer(bench, rows);
  made.set(key, making);
  return bench.world.asWorkflow(await making, workflow);
}
