import { readFileSync } from "node:fs";
import { generateClaims } from "../../prisma/seed/generate-claims.ts";
import { exportClaims } from "../../prisma/seed/claim-csv.ts";
import { inventPayers, usualMix } from "../../prisma/seed/practice.ts";
import { createRng } from "../../prisma/seed/rng.ts";
import { until } from "../fixtures/api.ts";
import { expect, test } from "../fixtures/test.ts";

const megabyte = 1024 * 1024;

function residentBytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024;
}

function bigFile(): { csv: string; rows: number } {
  const today = Math.floor(Date.now() / 86_400_000);
  const practice = {
    name: "Big",
    payers: inventPayers(createRng(3), 8),
    groupWeights: usualMix,
    facilities: ["One", "Two"],
    linesPerDay: 930,
  };
  const lines = generateClaims({ practice, seed: 3, from: today - 300, to: today - 1, changes: [] }).slice(0, 200_000);
  return { csv: exportClaims(lines, today - 1), rows: lines.length };
}

test("a file of 200,000 rows goes through whole, and the process grows by less than 200 MB", async ({ place, customer }) => {
  test.skip(process.platform !== "linux", "Memory of another process is read from /proc, which only Linux has");
  const { csv, rows } = bigFile();
  expect(rows).toBe(200_000);
  const warm = await customer.api.upload<{ id: string }>("warm.csv", csv.slice(0, csv.indexOf("\r\n", 400_000) + 2));
  await until(
    () => customer.api.get<{ status: string }>(`/uploads/${warm.id}`),
    (seen) => seen.status === "completed",
    60,
  );
  const before = residentBytes(place.pid);
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, residentBytes(place.pid))), 100);
  const { id } = await customer.api.upload<{ id: string }>("big.csv", csv);
  const upload = await until(
    () => customer.api.get<{ status: string; rowCount: number; acceptedCount: number }>(`/uploads/${id}`),
    (seen) => ["completed", "partial", "failed"].includes(seen.status),
    170,
  );
  clearInterval(watch);
  expect(upload).toMatchObject({ status: "completed", rowCount: rows, acceptedCount: rows });
  test.info().annotations.push({ type: "growth", description: `${Math.round((most - before) / megabyte)} MB` });
  expect((most - before) / megabyte).toBeLessThan(200);
});
