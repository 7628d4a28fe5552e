import { fixedClock } from "@upstream/core";
import { inCustomer, readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { createCustomer, createMember, eventsOf, testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listUploads } from "./list-uploads.ts";
import { listUploadsInput } from "../schemas.ts";
import { cancelUpload } from "./cancel-upload.ts";
import { claimFile, fileColumns, manyRows, sendRows, sendText } from "./claim-file.ts";
import { exportRejectedRows } from "./export-rejected-rows.ts";
import { failUpload } from "./fail-upload.ts";
import { figuresOf } from "./figures.ts";
import { findStuckUploads } from "./find-stuck-uploads.ts";
import { getUpload } from "./get-upload.ts";
import { processUpload } from "./process-upload.ts";
import { receiveUpload } from "./receive-upload.ts";
import { uploadStats } from "./upload-stats.ts";

let database: TestDatabase;
const customer = () => createCustomer(database.db, { clock: fixedClock("2026-05-20T15:00:00Z") });

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
});

async function* bytes(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part as string);
}

const stored = (ctx: CustomerCtx) =>
  readInCustomer(ctx, (query) =>
    query.rows<{ uploads: number; chunks: number }>(
      "stored",
      "SELECT (SELECT count(*)::int FROM uploads) AS uploads, (SELECT count(*)::int FROM upload_chunks) AS chunks",
    ),
  );

async function processed(ctx: CustomerCtx, text: string, mappingId?: string) {
  const { id } = await sendText(ctx, text, mappingId === undefined ? {} : { mappingId });
  await processUpload(ctx, { uploadId: id });
  return getUpload(ctx, { uploadId: id });
}

describe("receiveUpload", () => {
  it("stores only sealed bytes, in pieces of 1 MiB", async () => {
    const ctx = await customer();
    const text = claimFile(manyRows(30_000));
    const { id } = await sendText(ctx, text);
    const rows = await readInCustomer(ctx, (query) =>
      query.rows<{ sealed: Buffer }>("pieces", "SELECT sealed FROM upload_chunks WHERE upload_id = $1 ORDER BY chunk_no", [id]),
    );
    expect(rows).toHaveLength(Math.ceil(text.length / 1_048_576));
    for (const row of rows) expect(row.sealed.includes("Aetna")).toBe(false);
    expect(await getUpload(ctx, { uploadId: id })).toMatchObject({
      status: "received",
      byteCount: text.length,
      encoding: "utf-8",
      isEncodingAssumed: false,
      progress: 0,
    });
  });

  it("leaves nothing behind of a file that is too large, empty, of another kind or cut off", async () => {
    const ctx = await customer();
    const send = (body: AsyncIterable<Uint8Array>, maxBytes?: number) => receiveUpload(ctx, { filename: "x.csv", body, maxBytes });
    await expect(send(bytes("payer,cpt\n", "x".repeat(100)), 50)).rejects.toMatchObject({
      code: "INVALID",
      detail: { reason: "file-too-large" },
    });
    await expect(send(bytes())).rejects.toMatchObject({ detail: { reason: "empty_file" } });
    await expect(send(bytes("%PDF-1.7 payer"))).rejects.toMatchObject({ detail: { reason: "not_csv" } });
    await expect(send(bytes("payer\u0000,cpt"))).rejects.toMatchObject({ detail: { reason: "nul_byte" } });
    async function* cut(): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(2_000_000, "a");
      throw new Error("connection lost");
    }
    await expect(send(cut())).rejects.toThrow("connection lost");
    expect(await stored(ctx)).toEqual([{ uploads: 0, chunks: 0 }]);
    expect(await eventsOf(ctx)).toEqual([]);
  });

  it("refuses a viewer, and a column mapping that the customer does not have", async () => {
    const ctx = await customer();
    await expect(sendText(await createMember(ctx, "viewer"), "payer\n")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(sendText(ctx, "payer\n", { mappingId: "0190b5a0-0000-7000-8000-000000000001" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("a file that cannot be read", () => {
  it("is refused with the names found, missing and guessed, and may be sent again", async () => {
    const ctx = await customer();
    const text = claimFile(manyRows(1)).replace("decided_date", "Adj Date");
    const upload = await processed(ctx, text);
    expect(upload).toMatchObject({
      status: "failed",
      failureCode: "missing_columns",
      failure: { missing: ["decided_date"], guesses: [{ column: "decided_date", header: "Adj Date" }] },
    });
    expect((await eventsOf(ctx)).map((event) => event.name)).toEqual(["upload.received", "upload.failed"]);
    expect(await sendText(ctx, text)).toMatchObject({ isDuplicate: false });
  });

  it("is read by a saved mapping, day first where it says so", async () => {
    const ctx = await customer();
    const mappingId = "0190b5a0-0000-7000-8000-0000000000aa";
    await inCustomer(ctx, (tx) =>
      tx.columnMapping.create({
        data: { customerId: ctx.customerId, id: mappingId, name: "EHR", columns: { decided_date: "Adj Date" }, dayFirst: true },
      }),
    );
    const rows = manyRows(3, 1, { submitted_date: "13/03/2026", decided_date: "20/03/2026", payment_date: "" });
    const text = claimFile(rows).replace("decided_date", "Adj Date");
    expect(await processed(ctx, text, mappingId)).toMatchObject({
      status: "completed",
      newCount: 3,
      dayFirst: true,
      columns: { decided_date: "Adj Date" },
    });
  });

  it("stops before any row loads when its dates speak for the other order", async () => {
    const ctx = await customer();
    const upload = await processed(
      ctx,
      claimFile([...manyRows(3, 1, { submitted_date: "13/03/2026" }), ...manyRows(2, 10, { submitted_date: "02/03/2026" })]),
    );
    expect(upload).toMatchObject({
      status: "failed",
      failureCode: "DATE_ORDER",
      rowCount: 0,
      failure: { column: "submitted_date", examples: [{ row: 2, value: "13/03/2026" }, { row: 3 }, { row: 4 }] },
    });
    expect(await figuresOf(ctx)).toEqual({ claims: [], submissions: [], decisions: [], days: [] });
  });

  it("fails when no row is accepted, and keeps the rejected rows at hand", async () => {
    const ctx = await customer();
    const upload = await sendRows(ctx, manyRows(2, 1, { payer: "" }));
    expect(upload).toMatchObject({
      status: "failed",
      failureCode: "no_accepted_row",
      rowCount: 2,
      rejectedCount: 2,
      acceptedCount: 0,
      grade: "F",
    });
  });

  it("drops hidden rows when a later part of the file cannot be read", async () => {
    const ctx = await customer();
    const { id } = await sendText(ctx, `${claimFile(manyRows(300))}"Aetna,never closed\n`);
    await processUpload(ctx, { uploadId: id, chunkRows: 100 });
    expect(await getUpload(ctx, { uploadId: id })).toMatchObject({ status: "failed", failureCode: "unclosed_quote", rowCount: 0 });
    expect((await figuresOf(ctx)).claims).toEqual([]);
  });
});

describe("the rejected rows", () => {
  it("come back as the same file with the reasons, formula-safe, and load once corrected", async () => {
    const ctx = await customer();
    const upload = await sendRows(ctx, [
      ...manyRows(3),
      { claim_id: "C-9", payer: "", denial_reason_text: "=cmd()", paid_amount: "-5.00", outcome: "reversed" },
      { claim_id: "C-10", decided_date: "2026-01-01" },
    ]);
    expect(upload).toMatchObject({ acceptedCount: 3, rejectedCount: 2 });
    const { body, filename } = await exportRejectedRows(ctx, { uploadId: upload.id });
    let text = "";
    for await (const part of body) text += part;
    expect(filename).toMatch(/^rejected-rows-[0-9a-f]{8}\.csv$/);
    const lines = text.split("\r\n");
    expect(lines[0]).toBe(`\uFEFF${["upstream_error", ...fileColumns].map((column) => `"${column}"`).join(",")}`);
    expect(lines[1]).toContain(`"'=cmd()"`);
    expect(lines[1]).toContain("REQ_PAYER: Payer is empty");
    expect(lines[2]).toContain("DATE_DECISION_AFTER_SUBMISSION");
    expect(lines).toHaveLength(4);
    const corrected = text.replace('"REQ_PAYER: Payer is empty","",', '"","Aetna",').replace("2026-01-01", "2026-03-30");
    const again = await processed(ctx, corrected);
    expect(again).toMatchObject({ status: "completed", newCount: 2, ignoredColumns: ["upstream_error"] });
    expect((await figuresOf(ctx)).claims).toHaveLength(5);
  });
});

describe("an upload's life", () => {
  it("is cancelled with everything it had staged, and stays so", async () => {
    const ctx = await customer();
    const { id } = await sendText(ctx, claimFile(manyRows(300)));
    await processUpload(ctx, { uploadId: id, maxRows: 100, chunkRows: 100 });
    expect(await cancelUpload(ctx, { uploadId: id })).toMatchObject({ status: "cancelled", rowCount: 0 });
    expect((await figuresOf(ctx)).claims).toEqual([]);
    expect(await processUpload(ctx, { uploadId: id })).toEqual({ isFinished: true, outcome: "idle" });
    await expect(cancelUpload(ctx, { uploadId: id })).rejects.toMatchObject({ code: "PRECONDITION" });
  });

  it("is one at a time for a customer, and found when nobody works on it", async () => {
    const ctx = await customer();
    const first = await sendText(ctx, claimFile(manyRows(300)));
    const second = await sendText(ctx, claimFile(manyRows(5)));
    await processUpload(ctx, { uploadId: first.id, maxRows: 100, chunkRows: 100 });
    await expect(processUpload(ctx, { uploadId: second.id })).rejects.toMatchObject({
      code: "UNAVAILABLE",
      detail: { reason: "upload-busy" },
    });
    const later = new Date("2026-05-20T15:05:00Z");
    const stuck = (await findStuckUploads(database.db, later)).filter((upload) => upload.customerId === ctx.customerId);
    expect(stuck.map((upload) => upload.uploadId)).toEqual([first.id, second.id]);
    expect(await failUpload(ctx, { uploadId: first.id, reason: "gave-up" })).toBe(true);
    await processUpload(ctx, { uploadId: second.id });
    expect(await uploadStats(ctx)).toMatchObject({
      fileCount: 1,
      rowCount: 5,
      acceptedShare: 1,
      failedCount: 1,
      processingCount: 0,
      newestDecisionOn: "2026-03-20",
    });
  });

  it("is listed newest first, by status and by part of its name, with one statement", async () => {
    const ctx = await customer();
    await sendRows(ctx, manyRows(1));
    await sendText(ctx, claimFile(manyRows(2)), { filename: "may_100%.csv" });
    const list = (input: object) => listUploads(ctx, listUploadsInput.parse(input));
    expect((await list({ status: "completed" })).items).toHaveLength(1);
    expect((await list({ search: "100%" })).items.map((upload) => upload.filename)).toEqual(["may_100%.csv"]);
    const first = await list({ limit: 1 });
    const rest = await list({ limit: 1, cursor: first.nextCursor });
    expect([first.items[0]?.filename, rest.items[0]?.filename, rest.nextCursor]).toEqual(["may_100%.csv", "claims.csv", null]);
    expect((await database.countStatements(() => list({}))).statements).toHaveLength(1);
  });
});
