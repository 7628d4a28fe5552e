import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import type { Client } from "pg";

/** What a file holds, by payer: accepted rows and their sums in cents, as one comparable line each. */
export type Expected = { rows: number; accepted: number; byPayer: string[] };

type CsvRecord = Record<string, string>;
type Sums = [n: number, billed: number, allowed: number, paid: number];

const cents = (text: string | undefined) => Math.round(Number(text ?? "") * 100);

function stands(row: CsvRecord): boolean {
  if (!row["Payer"] || !row["CPT"] || !row["Submitted Date"] || !row["Outcome"]) return false;
  return row["Outcome"] === "PENDING" || (row["Decided Date"] ?? "") >= row["Submitted Date"];
}

const lineOf = ([payer, sums]: [string, Sums]) => `${payer} ${sums.join(" ")}`;

/** Reads a claim file without any of the product's code. */
export async function readExpected(path: string): Promise<Expected> {
  const byPayer = new Map<string, Sums>();
  let rows = 0;
  let accepted = 0;
  for await (const row of createReadStream(path).pipe(parse({ columns: true })) as AsyncIterable<CsvRecord>) {
    rows += 1;
    if (!stands(row)) continue;
    accepted += 1;
    const payer = row["Payer"] as string;
    const sums = byPayer.get(payer) ?? [0, 0, 0, 0];
    byPayer.set(payer, sums);
    sums[0] += 1;
    sums[1] += cents(row["Billed Amount"]);
    sums[2] += cents(row["Allowed Amount"]);
    sums[3] += cents(row["Paid Amount"]);
  }
  return { rows, accepted, byPayer: [...byPayer].map(lineOf).toSorted() };
}

type Stored = { payer: string; n: string; billed: string; allowed: string; paid: string };

/** The same lines of what is stored for an upload. */
export async function readStored(admin: Client, uploadId: string): Promise<string[]> {
  const { rows } = await admin.query<Stored>(
    `SELECT p.name AS payer, count(*)::text AS n, coalesce(sum(c.billed_cents), 0)::text AS billed, coalesce(sum(c.allowed_cents), 0)::text AS allowed, coalesce(sum(c.paid_cents), 0)::text AS paid
     FROM claims c JOIN payers p ON p.customer_id = c.customer_id AND p.id = c.payer_id WHERE c.upload_id = $1 GROUP BY p.name`,
    [uploadId],
  );
  return rows.map(({ payer, n, billed, allowed, paid }) => `${payer} ${n} ${billed} ${allowed} ${paid}`).toSorted();
}
