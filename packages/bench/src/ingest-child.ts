import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { silentLogger, systemClock } from "@upstream/core";
import type { CustomerId } from "@upstream/core";
import { createDb, pingDatabase } from "@upstream/db";
import { openCustomer } from "@upstream/tenancy";
import { ingestFile } from "./ingest-file.ts";

export type IngestTask = { userUrl: string; systemUrl: string; kek: string; customerId: CustomerId; path: string };
export type IngestMemory = { idleMiB: number; peakMiB: number; uploadId: string };

const settleMs = 500;

function memoryOf(field: "VmRSS" | "VmHWM"): number {
  const line = readFileSync("/proc/self/status", "utf8").match(new RegExp(`${field}:\\s+(\\d+) kB`));
  return Number(line?.[1]) / 1024;
}

/** Loading modules peaks higher than the idle process: the kernel's high-water mark starts anew. */
function forgetPeak(): void {
  writeFileSync("/proc/self/clear_refs", "5");
}

async function measure(task: IngestTask): Promise<IngestMemory> {
  const db = createDb({ userUrl: task.userUrl, systemUrl: task.systemUrl, poolSize: 5 });
  const deps = { db, clock: systemClock, logger: silentLogger, kek: { id: 1, key: Buffer.from(task.kek, "base64") } };
  await pingDatabase(db);
  const ctx = await openCustomer(deps, {
    customerId: task.customerId,
    actor: { kind: "workflow", name: "process-upload" },
    requestId: "bench",
  });
  await wait(settleMs);
  const idleMiB = memoryOf("VmRSS");
  forgetPeak();
  const { uploadId } = await ingestFile(ctx, task.path);
  const peakMiB = memoryOf("VmHWM");
  await db.close();
  return { idleMiB, peakMiB, uploadId };
}

const [task] = (await once(process, "message")) as [IngestTask];
process.send?.(await measure(task));
process.disconnect();
