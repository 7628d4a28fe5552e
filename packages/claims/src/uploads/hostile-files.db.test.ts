import { fixedClock } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { createCustomer, testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateValidationRule } from "../quality/update-validation-rule.ts";
import { claimFile, fileColumns, manyRows, sendText } from "./claim-file.ts";
import type { FileRow } from "./claim-file.ts";
import { exportRejectedRows } from "./export-rejected-rows.ts";
import { getUpload } from "./get-upload.ts";
import { processUpload } from "./process-upload.ts";

let database: TestDatabase;
const at = (instant: string) => ({ clock: fixedClock(instant) });
const customer = () => createCustomer(database.db, at("2026-05-20T15:00:00Z"));

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
});

async function processed(ctx: CustomerCtx, text: string) {
  const { id } = await sendText(ctx, text);
  await processUpload(ctx, { uploadId: id });
  return getUpload(ctx, { uploadId: id });
}

const header = fileColumns.join(",");
const cells = (row: FileRow) => claimFile([row]).split("\n")[1] ?? "";

async function rejectedRows(ctx: CustomerCtx, uploadId: string): Promise<string> {
  let text = "";
  for await (const part of (await exportRejectedRows(ctx, { uploadId: uploadId as never })).body) text += part;
  return text;
}

const claimsOf = (ctx: CustomerCtx) =>
  readInCustomer(ctx, (query) =>
    query.rows<{ claim: string | null; billed: number }>(
      "claims-of",
      "SELECT claim_number AS claim, billed_cents AS billed FROM claims WHERE customer_id = $1 ORDER BY row_no",
      [ctx.customerId],
    ),
  );

describe("a file that would be read wrong without a word", () => {
  it("loses no record to stray quotes, though the count of cells is right", async () => {
    const ctx = await customer();
    const lines = [1, 2, 3, 4].map((claim) => cells({ claim_id: `C-${claim}` }));
    const stray = lines.map((line, place) => (place === 1 || place === 2 ? `${line}"smith` : line));
    const upload = await processed(ctx, [header, ...stray, ""].join("\n"));
    expect(upload).toMatchObject({ status: "partial", newCount: 2, rejectedCount: 1, rules: [{ code: "CSV_QUOTES", count: 1 }] });
    expect((await rejectedRows(ctx, upload.id)).match(/C-[23]/g)).toEqual(["C-2", "C-3"]);
  });

  it("says of a whole file what its rules said of its rows, not the worst they could have said", async () => {
    const ctx = await customer();
    const serial = await processed(ctx, claimFile([{ claim_id: "S-1", payment_date: "46106" }]));
    expect(serial.rules.find(({ code }) => code === "FMT_DATE")).toMatchObject({
      count: 1,
      severity: "warning",
      message: "The date is a spreadsheet's serial number and was read as such",
    });
    const unread = await processed(
      ctx,
      claimFile([
        { claim_id: "S-2", payment_date: "46106" },
        { claim_id: "S-3", payment_date: "someday" },
      ]),
    );
    expect(unread.rules.find(({ code }) => code === "FMT_DATE")).toMatchObject({ count: 2, severity: "error" });
  });

  it("rejects a row that an unquoted thousands separator shifted", async () => {
    const ctx = await customer();
    const shifted = cells({ claim_id: "C-3", billed_amount: "0" }).replace(",0,", ",1,234.56,");
    const upload = await processed(ctx, [header, ...[1, 2].map((claim) => cells({ claim_id: `C-${claim}` })), shifted, ""].join("\n"));
    expect(upload).toMatchObject({ status: "partial", newCount: 2, rejectedCount: 1, rules: [{ code: "CSV_COLUMNS" }] });
  });

  it("takes the empty cell that every row ends with", async () => {
    const ctx = await customer();
    const rows = [1, 2, 3].map((claim) => `${cells({ claim_id: `C-${claim}` })},`);
    expect(await processed(ctx, [header, ...rows, ""].join("\n"))).toMatchObject({ status: "completed", newCount: 3 });
  });

  it("merges no claims over a word for nothing in the place of their id", async () => {
    const ctx = await customer();
    const rows = ["N/A", "N/A", "null", "0", "-"].map((claim_id, place) => ({
      claim_id,
      line_number: "1",
      billed_amount: `${150 + place}`,
    }));
    expect(await processed(ctx, claimFile(rows))).toMatchObject({
      status: "completed",
      newCount: 5,
      rules: [{ code: "FMT_CLAIM_ID", count: 5 }],
    });
  });

  it("reads ids that an exporter wrapped to keep their zeros", async () => {
    const ctx = await customer();
    await processed(ctx, claimFile([{ claim_id: '="00123"' }]));
    expect(await claimsOf(ctx)).toEqual([{ claim: "00123", billed: 15_000 }]);
  });
});

describe("a file that the tables could not hold", () => {
  it.each<[string, FileRow]>([
    ["a modifier of one character", { modifiers: "5" }],
    ["codes that capitals make longer", { modifiers: "ß".repeat(64), line_number: "ß".repeat(32), cpt: "ß".repeat(9) }],
    ["a payer whose letters fall apart", { payer: "\uFDFA".repeat(255) }],
    ["a text that redaction makes longer", { denial_reason_text: "a@b.c ".repeat(333) }],
  ])("loads in spite of %s", async (_, row) => {
    const ctx = await customer();
    const columns = [...new Set([...fileColumns, ...Object.keys(row)])];
    const values = { ...Object.fromEntries(fileColumns.map((column, place) => [column, cells({}).split(",")[place]])), ...row };
    const text = [columns.join(","), columns.map((column) => values[column as keyof FileRow] ?? "").join(","), ""].join("\n");
    expect(await processed(ctx, text)).toMatchObject({ status: "completed", newCount: 1 });
  });

  it("loads under a header whose long names are cut inside a character", async () => {
    const ctx = await customer();
    const names = Array.from({ length: 180 }, (_, place) => `${place}${"漢".repeat(97)}😀😀`);
    const text = [[header, ...names].join(","), cells({}), ""].join("\n");
    expect(await processed(ctx, text)).toMatchObject({ status: "completed", newCount: 1 });
  });
});

describe("a file without claims", () => {
  it("is refused without showing the first row of a file that has no header", async () => {
    const ctx = await customer();
    const upload = await processed(ctx, `${cells({ payer: "SMITH, JOHN", claim_id: "123-45-6789", patient_name: "Mary-Jane O'Neil" })}\n`);
    expect(upload).toMatchObject({ status: "failed", failureCode: "no_header" });
    expect(JSON.stringify(upload)).not.toMatch(/SMITH|6789|Neil/);
    await expect(rejectedRows(ctx, upload.id)).rejects.toMatchObject({ code: "PRECONDITION" });
  });

  it("is told apart from one whose rows were all rejected", async () => {
    const ctx = await customer();
    expect(await processed(ctx, `${header}\n`)).toMatchObject({ status: "failed", failureCode: "no_rows", rowCount: 0 });
    expect(await processed(ctx, `${claimFile([{}])}\u001A`)).toMatchObject({ status: "completed", rowCount: 1 });
  });
});

describe("rejected rows", () => {
  it("keep their cells in place when they are short or long, and their values when they begin with a tab", async () => {
    const ctx = await customer();
    const long = `${cells({ claim_id: "C-7" })},more`;
    const tabbed = cells({ payer: "", claim_id: "C-9" }).replace("C-9", "\tC-9");
    const upload = await processed(
      ctx,
      [header, cells({ claim_id: "C-1" }), ",99213,2026-03-02,2026-03-20,paid,C-8", long, tabbed, ""].join("\n"),
    );
    expect(upload).toMatchObject({ rejectedCount: 3 });
    const text = await rejectedRows(ctx, upload.id);
    const again = await processed(ctx, text.replaceAll(',"","99213"', ',"Cigna","99213"').replace(',"more"', ""));
    expect(again).toMatchObject({ status: "completed", newCount: 3, ignoredColumns: ["upstream_error"] });
    expect((await claimsOf(ctx)).map((row) => row.claim).sort()).toEqual(["C-1", "C-7", "C-8", "C-9"]);
  });

  it("are those that were rejected then, whatever the rules and the day are now", async () => {
    const ctx = await customer();
    const rows = [...manyRows(2), { claim_id: "C-8", decided_date: "2026-05-21" }, { claim_id: "C-9", decided_date: "2026-01-01" }];
    const upload = await processed(ctx, claimFile(rows));
    expect(upload).toMatchObject({ rejectedCount: 2 });
    await updateValidationRule(ctx, { id: "DATE_DECISION_AFTER_SUBMISSION", severity: "warning" });
    const text = await rejectedRows({ ...ctx, ...at("2026-06-20T15:00:00Z") }, upload.id);
    expect(text.match(/C-\d/g)).toEqual(["C-8", "C-9"]);
  });
});
