import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { rcmAnalytics } from "../../prisma/seed/scenarios/rcm-analytics.ts";
import { until } from "../fixtures/api.ts";
import { expect, test } from "../fixtures/test.ts";

const data = process.env["UPSTREAM_SHARED_DATA"] ?? resolve(import.meta.dirname, "../../../shared/data");
const folder = join(data, "claims/rcm-analytics");

type Upload = {
  status: string;
  rowCount: number;
  acceptedCount: number;
  rejectedCount: number;
  newCount: number;
  rules: { code: string; count: number }[];
};
type Payer = { payer: string; paidCount: number; deniedCount: number; otherCount: number; billedCents: number };

test("a practice's seven exported files load as one claim file with every count of the sources", async ({ customer }) => {
  test.skip(!existsSync(folder), "The third-party data set is not beside this checkout");
  const { rows, files } = rcmAnalytics(folder);
  const { id } = await customer.api.upload<{ id: string }>(files[0]!.name, files[0]!.csv);
  const upload = await until(
    () => customer.api.get<Upload>(`/uploads/${id}`),
    (seen) => ["completed", "partial", "failed"].includes(seen.status),
    60,
  );
  expect(upload).toMatchObject({
    status: "completed",
    rowCount: rows.length,
    acceptedCount: rows.length,
    rejectedCount: 0,
    newCount: rows.length,
  });
  expect(Object.fromEntries(upload.rules.map((rule) => [rule.code, rule.count]))).toEqual({
    FMT_NPI: 5084,
    BIZ_ALLOWED_LE_BILLED: 2423,
    BIZ_PAID_LE_ALLOWED: 2239,
  });

  const { items } = await customer.api.get<{ items: Payer[] }>("/claims/payer-summary");
  for (const found of items) {
    const own = rows.filter((row) => row[2] === found.payer);
    expect(found.paidCount).toBe(own.filter((row) => row[7] === "Paid").length);
    expect(found.deniedCount).toBe(own.filter((row) => row[7] === "Denied").length);
    const decided = own.filter((row) => row[7] !== "Pending");
    expect(found.billedCents).toBe(decided.reduce((sum, row) => sum + Math.round(Number(row[8]) * 100), 0));
  }
  expect(new Set(items.map((item) => item.payer))).toEqual(new Set(rows.map((row) => row[2])));
});
