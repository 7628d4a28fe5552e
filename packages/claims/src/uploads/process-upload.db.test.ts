import { fixedClock } from "@upstream/core";
import { eventsOf, expectAudit, createCustomer, testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listClaimHistory } from "../records/list-claim-history.ts";
import { listClaims } from "../records/list-claims.ts";
import { listClaimsInput } from "../schemas.ts";
import { readDecisionCells } from "../read/read-decision-cells.ts";
import { updateValidationRule } from "../quality/update-validation-rule.ts";
import { claimFile, manyRows, sendRows, sendText } from "./claim-file.ts";
import { figuresOf } from "./figures.ts";
import { getUpload } from "./get-upload.ts";
import { listUploadIssues } from "./list-upload-issues.ts";
import { processUpload } from "./process-upload.ts";
import { rebuildRollups } from "./rebuild-rollups.ts";

let database: TestDatabase;
const customer = () => createCustomer(database.db, { clock: fixedClock("2026-05-20T15:00:00Z") });

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
});

describe("processUpload", () => {
  it("counts rows exactly, tells each fault by row, column, code and remedy, and announces the result", async () => {
    const ctx = await customer();
    const rows = [
      ...manyRows(5),
      { claim_id: "C-6", outcome: "denied", denial_reason_code: "", paid_amount: "0" },
      { claim_id: "C-7", payer: "" },
      { claim_id: "C-8", payer: "SMITH, JOHN" },
      { claim_id: "C-9", submitted_date: "2026-02-30", paid_amount: "1.234" },
      { claim_id: "C-10", outcome: "pending", decided_date: "" },
    ];
    const upload = await sendRows(ctx, rows);
    expect(upload).toMatchObject({
      status: "partial",
      rowCount: 10,
      acceptedCount: 7,
      rejectedCount: 3,
      warningCount: 1,
      newCount: 7,
      updatedCount: 0,
      unchangedCount: 0,
      progress: 1,
      failureCode: null,
    });
    const issues = await listUploadIssues(ctx, { uploadId: upload.id, limit: 50, sort: "rowNo" });
    expect(issues.items.map((issue) => `${issue.rowNo} ${issue.column} ${issue.code} ${issue.severity}`)).toEqual([
      "7 denial_reason_code BIZ_DENIAL_REASON warning",
      "8 payer REQ_PAYER error",
      "9 payer PHI_PAYER error",
      "10 submitted_date FMT_DATE error",
      "10 paid_amount FMT_AMOUNT error",
    ]);
    expect(JSON.stringify(issues)).not.toContain("SMITH");
    expect((await eventsOf(ctx)).map((event) => event.name)).toEqual(["upload.received", "upload.processed"]);
    await expectAudit(ctx, {
      action: "upload.publish",
      entityId: upload.id,
      payload: { rows: 10, added: 7, updated: 0, unchanged: 0, rejected: 3 },
    });
    expect((await listClaims(ctx, listClaimsInput.parse({}))).items).toHaveLength(7);
  });

  it("answers the same file with the first upload", async () => {
    const ctx = await customer();
    const text = claimFile(manyRows(3));
    const first = await sendText(ctx, text);
    await processUpload(ctx, { uploadId: first.id });
    expect(await sendText(ctx, text, { filename: "again.csv" })).toEqual({ id: first.id, status: "completed", isDuplicate: true });
    expect((await figuresOf(ctx)).claims).toHaveLength(3);
  });

  it("takes one of two identical files that arrive at once", async () => {
    const ctx = await customer();
    const text = claimFile(manyRows(3));
    const answers = await Promise.all([sendText(ctx, text), sendText(ctx, text)]);
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(answers.map((answer) => answer.isDuplicate).sort()).toEqual([false, true]);
    expect((await eventsOf(ctx)).map((event) => event.name)).toEqual(["upload.received"]);
  });

  it("never counts overlapping rows twice", async () => {
    const ctx = await customer();
    await sendRows(ctx, manyRows(10, 1));
    const second = await sendRows(ctx, manyRows(10, 6));
    expect(second).toMatchObject({ newCount: 5, updatedCount: 0, unchangedCount: 5, status: "completed" });
    const figures = await figuresOf(ctx);
    expect(figures.claims).toHaveLength(15);
    expect(figures.days).toMatchObject([{ n_paid: 15, paid_cents: 15 * 8_000 }]);
  });

  it("skips copies and twins within one file and says so", async () => {
    const ctx = await customer();
    const upload = await sendRows(ctx, [...manyRows(2), ...manyRows(1), ...manyRows(1, 2, { paid_amount: "1.00" })]);
    expect(upload).toMatchObject({ rowCount: 4, newCount: 2, unchangedCount: 2, warningCount: 2 });
    const issues = await listUploadIssues(ctx, { uploadId: upload.id, limit: 50, sort: "rowNo" });
    expect(issues.items.map((issue) => `${issue.rowNo} ${issue.code}`)).toEqual(["4 UNQ_ROW_IN_FILE", "5 UNQ_ROW_IN_FILE"]);
    expect((await figuresOf(ctx)).days).toMatchObject([{ n_paid: 2, paid_cents: 16_000 }]);
  });

  it("counts a flagged row once, whatever flags it, and follows the customer's own severities", async () => {
    const ctx = await customer();
    const flagged = { outcome: "denied", denial_reason_code: "", paid_amount: "0" };
    const first = await sendRows(ctx, [...manyRows(2), ...manyRows(1, 3, flagged), ...manyRows(1, 3, flagged), ...manyRows(1)]);
    expect(first).toMatchObject({ rowCount: 5, warningCount: 3 });
    await updateValidationRule(ctx, { id: "UNQ_ROW_IN_FILE", severity: "info" });
    await updateValidationRule(ctx, { id: "UNQ_CLAIM_IN_CUSTOMER", severity: "warning" });
    const second = await sendRows(ctx, [...manyRows(2), ...manyRows(1, 9), ...manyRows(1, 9)]);
    expect(second).toMatchObject({ newCount: 1, unchangedCount: 3, warningCount: 2 });
  });

  it("counts the same warnings in small pieces of work as in one", async () => {
    const ctx = await customer();
    const rows = Array.from({ length: 12 }, (_, at) =>
      manyRows(1, 1 + Math.floor(at / 2), at % 4 === 0 ? { denial_reason_code: "ZZZ" } : {}),
    );
    const { id } = await sendText(ctx, claimFile(rows.flat()));
    while (!(await processUpload(ctx, { uploadId: id, maxRows: 3, chunkRows: 2 })).isFinished);
    const whole = await sendRows(await customer(), rows.flat());
    expect((await getUpload(ctx, { uploadId: id })).warningCount).toBe(whole.warningCount);
    expect(whole.warningCount).toBeGreaterThan(6);
  });

  it("keeps an overturned denial as history, and the first decision in drift's cells", async () => {
    const ctx = await customer();
    const denied = { claim_id: "C-1", outcome: "denied", denial_reason_code: "CO-197", paid_amount: "0", decided_date: "2026-03-10" };
    await sendRows(ctx, [{ claim_id: "C-1", outcome: "pending", decided_date: "", paid_amount: "" }]);
    const second = await sendRows(ctx, [denied]);
    const third = await sendRows(ctx, [{ claim_id: "C-1", decided_date: "2026-04-15" }]);
    expect([second.updatedCount, third.updatedCount]).toEqual([1, 1]);
    const [claim] = (await listClaims(ctx, listClaimsInput.parse({ search: "C-1" }))).items;
    expect(claim).toMatchObject({ outcome: "PAID", decidedDate: "2026-04-15", paidCents: 8_000 });
    const history = await listClaimHistory(ctx, { claimId: claim?.id as never, limit: 50 });
    expect(history.items.map((version) => `${version.version} ${version.outcome} ${version.decidedDate} ${version.isCurrent}`)).toEqual([
      "3 PAID 2026-04-15 true",
      "2 DENIED 2026-03-10 false",
      "1 PENDING null false",
    ]);
    expect(await readDecisionCells(ctx, [second.id])).toMatchObject([
      { outcome: "DENIED", age: 8, reason: "197", uploadId: second.id, n: 1, allowedCents: 10_000 },
    ]);
    expect(await readDecisionCells(ctx, [])).toEqual([]);
    expect((await figuresOf(ctx)).days).toMatchObject([{ n_paid: 1, n_denied: 0, paid_cents: 8_000 }]);
  });

  it("hides rows until publish, goes on after a stop between chunks, and ends with exact counts", async () => {
    const ctx = await customer();
    const { id } = await sendText(ctx, claimFile(manyRows(600)));
    expect(await processUpload(ctx, { uploadId: id, maxRows: 200, chunkRows: 250 })).toEqual({ isFinished: false, outcome: "waiting" });
    expect(await getUpload(ctx, { uploadId: id })).toMatchObject({ status: "processing", rowCount: 220, newCount: 220 });
    expect((await listClaims(ctx, listClaimsInput.parse({}))).items).toEqual([]);
    await processUpload(ctx, { uploadId: id, maxRows: 200, chunkRows: 250 });
    expect(await processUpload(ctx, { uploadId: id })).toEqual({ isFinished: true, outcome: "published" });
    expect(await getUpload(ctx, { uploadId: id })).toMatchObject({ status: "completed", rowCount: 600, newCount: 600, unchangedCount: 0 });
    expect((await figuresOf(ctx)).days).toMatchObject([{ n_paid: 600 }]);
    expect(await processUpload(ctx, { uploadId: id })).toEqual({ isFinished: true, outcome: "idle" });
  });

  it("hands long texts over before they fill memory", async () => {
    const ctx = await customer();
    const long = manyRows(12_400).map((row) => ({ ...row, denial_reason_text: "not covered ".repeat(160) }));
    const { id } = await sendText(ctx, claimFile(long));
    await processUpload(ctx, { uploadId: id, maxRows: 1, chunkRows: 100_000 });
    const { rowCount } = await getUpload(ctx, { uploadId: id });
    expect(rowCount).toBeGreaterThan(8_000);
    expect(rowCount).toBeLessThan(12_400);
  });

  it("takes over when a worker died with a chunk half written", async () => {
    const ctx = await customer();
    const { id } = await sendText(ctx, claimFile(manyRows(600)));
    let statements = 0;
    const dying = { ...ctx, clock: { ...ctx.clock, now: () => ((statements += 1) > 3 ? boom() : ctx.clock.now()) } };
    await expect(processUpload(dying, { uploadId: id, chunkRows: 250 })).rejects.toThrow("power cut");
    expect(await processUpload({ ...ctx, clock: fixedClock("2026-05-20T16:00:00Z") }, { uploadId: id })).toEqual({
      isFinished: true,
      outcome: "published",
    });
    expect(await getUpload(ctx, { uploadId: id })).toMatchObject({ rowCount: 600, newCount: 600, acceptedCount: 600 });
    expect((await figuresOf(ctx)).claims).toHaveLength(600);
  });

  it("finds known rows by look-up once most of a chunk was known, with the same counts", async () => {
    const ctx = await customer();
    await sendRows(ctx, manyRows(600));
    const again = await sendRows(ctx, [...manyRows(550), ...manyRows(50, 551, { paid_amount: "70.00" }), ...manyRows(10, 601)], 100);
    expect(again).toMatchObject({ rowCount: 610, newCount: 10, updatedCount: 50, unchangedCount: 550 });
    expect((await figuresOf(ctx)).days).toMatchObject([{ n_paid: 610, paid_cents: 560 * 8_000 + 50 * 7_000 }]);
  });

  it("rebuilds the daily figures to the same rows that the deltas made", async () => {
    const ctx = await customer();
    await sendRows(ctx, [...manyRows(20), ...manyRows(5, 21, { outcome: "pending", decided_date: "", payer: "Cigna" })]);
    await sendRows(ctx, [
      ...manyRows(10, 15, { outcome: "denied", denial_reason_code: "50", paid_amount: "0", decided_date: "2026-04-01" }),
      ...manyRows(3, 40),
    ]);
    const before = await figuresOf(ctx);
    await rebuildRollups(ctx);
    expect(await figuresOf(ctx)).toEqual(before);
    expect(before.decisions.length).toBeGreaterThan(2);
  });
});

function boom(): never {
  throw new Error("power cut");
}
