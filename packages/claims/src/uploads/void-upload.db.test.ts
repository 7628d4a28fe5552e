import { fixedClock } from "@upstream/core";
import { createCustomer, eventsOf, expectAudit, testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import type { CustomerCtx } from "@upstream/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listClaimHistory } from "../records/list-claim-history.ts";
import { listClaims } from "../records/list-claims.ts";
import { listClaimsInput } from "../schemas.ts";
import type { ClaimDto } from "../schemas.ts";
import { manyRows, sendRows } from "./claim-file.ts";
import type { FileRow } from "./claim-file.ts";
import { figuresOf } from "./figures.ts";
import { rebuildRollups } from "./rebuild-rollups.ts";
import { voidUpload } from "./void-upload.ts";

let database: TestDatabase;
const customer = () => createCustomer(database.db, { clock: fixedClock("2026-05-20T15:00:00Z") });
const pending: FileRow = { outcome: "pending", decided_date: "", paid_amount: "" };
const denied: FileRow = { outcome: "denied", denial_reason_code: "CO-197", paid_amount: "0", decided_date: "2026-03-10" };
const paid: FileRow = { decided_date: "2026-04-15" };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
});

const claims = async (ctx: CustomerCtx): Promise<ClaimDto[]> => (await listClaims(ctx, listClaimsInput.parse({}))).items;

/** The figures without ids of customer, payers and files, and without the mark that of two versions with equal values either may carry. */
async function comparable(ctx: CustomerCtx): Promise<unknown> {
  const { submissions, decisions, days, claims: rows } = await figuresOf(ctx);
  const strip = (list: object[]) =>
    list
      .map((row) => ({ ...row, payer_id: "", upload_id: "", identity: "", hash: "", is_first_decision: "" }))
      .map((row) => JSON.stringify(row))
      .sort();
  return { submissions: strip(submissions), decisions: strip(decisions), days: strip(days), claims: strip(rows) };
}

async function expectRebuildEqual(ctx: CustomerCtx): Promise<void> {
  const before = await figuresOf(ctx);
  await rebuildRollups(ctx);
  expect(await figuresOf(ctx)).toEqual(before);
}

describe("voidUpload", () => {
  it("takes a chain A, B, C back file by file: B leaves C, then C gives A, then A leaves nothing", async () => {
    const ctx = await customer();
    const a = await sendRows(ctx, [{ claim_id: "C-1", ...pending }]);
    const b = await sendRows(ctx, [{ claim_id: "C-1", ...denied }]);
    const c = await sendRows(ctx, [{ claim_id: "C-1", ...paid }]);
    await voidUpload(ctx, { uploadId: b.id });
    expect(await claims(ctx)).toMatchObject([{ outcome: "PAID" }]);
    expect((await figuresOf(ctx)).decisions).toMatchObject([{ outcome: "PAID", upload_id: c.id, n: 1 }]);
    await expectRebuildEqual(ctx);
    await voidUpload(ctx, { uploadId: c.id });
    const [claim] = await claims(ctx);
    expect(claim).toMatchObject({ outcome: "PENDING", decidedDate: null });
    const history = await listClaimHistory(ctx, { claimId: claim?.id as never, limit: 50 });
    expect(history.items.map((version) => `${version.version} ${version.outcome} ${version.isVoided}`)).toEqual([
      "3 PAID true",
      "2 DENIED true",
      "1 PENDING false",
    ]);
    expect(await figuresOf(ctx)).toMatchObject({ decisions: [], days: [] });
    await expectRebuildEqual(ctx);
    await voidUpload(ctx, { uploadId: a.id });
    expect(await figuresOf(ctx)).toEqual({ claims: [], submissions: [], decisions: [], days: [] });
    expect((await eventsOf(ctx)).filter((event) => event.name === "upload.voided")).toHaveLength(3);
    await expectAudit(ctx, { action: "upload.void", entityId: a.id });
  });

  it("gives a claim changed after a withdrawal its next version and keeps the withdrawn one", async () => {
    const ctx = await customer();
    await sendRows(ctx, [{ claim_id: "C-1", ...pending }]);
    const b = await sendRows(ctx, [{ claim_id: "C-1", ...denied }]);
    await voidUpload(ctx, { uploadId: b.id });
    await sendRows(ctx, [{ claim_id: "C-1", ...paid }]);
    const [claim] = await claims(ctx);
    const history = await listClaimHistory(ctx, { claimId: claim?.id as never, limit: 50 });
    expect(history.items.map((version) => `${version.version} ${version.outcome} ${version.isVoided}`)).toEqual([
      "3 PAID false",
      "2 DENIED true",
      "1 PENDING false",
    ]);
    await expectRebuildEqual(ctx);
  });

  it("leaves rows that a later file repeated unchanged to that file", async () => {
    const ctx = await customer();
    const a = await sendRows(ctx, manyRows(10, 1, denied));
    const b = await sendRows(ctx, manyRows(10, 6, denied));
    await voidUpload(ctx, { uploadId: a.id });
    const figures = await figuresOf(ctx);
    expect(figures.claims).toHaveLength(10);
    expect(figures.decisions).toMatchObject([{ n: 10, upload_id: b.id }]);
    await expectRebuildEqual(ctx);
    await voidUpload(ctx, { uploadId: b.id });
    expect(await figuresOf(ctx)).toEqual({ claims: [], submissions: [], decisions: [], days: [] });
  });

  it("makes totals equal those of a database that never saw the file", async () => {
    const files: FileRow[][] = [
      [...manyRows(8, 1, pending), ...manyRows(4, 9, denied)],
      [...manyRows(6, 3, denied), ...manyRows(4, 9, denied), ...manyRows(3, 13, { payer: "Cigna" })],
      [...manyRows(5, 5, paid), ...manyRows(3, 13, { payer: "Cigna" }), ...manyRows(2, 16, pending)],
      [...manyRows(6, 3, denied), ...manyRows(4, 9, paid), ...manyRows(2, 16, paid)],
    ];
    for (const gone of [0, 1, 2, 3]) {
      const withFile = await customer();
      const sent = [];
      for (const rows of files) sent.push(await sendRows(withFile, rows));
      await voidUpload(withFile, { uploadId: sent[gone]?.id as never });
      await expectRebuildEqual(withFile);
      const without = await customer();
      for (const [at, rows] of files.entries()) if (at !== gone) await sendRows(without, rows);
      expect(await comparable(withFile), `file ${gone}`).toEqual(await comparable(without));
    }
  });

  it("lets the voided file be sent again, and refuses to void what does not count or is another customer's", async () => {
    const ctx = await customer();
    const rows = manyRows(3);
    const first = await sendRows(ctx, rows);
    await voidUpload(ctx, { uploadId: first.id });
    await expect(voidUpload(ctx, { uploadId: first.id })).rejects.toMatchObject({ code: "PRECONDITION" });
    const again = await sendRows(ctx, rows);
    expect(again).toMatchObject({ status: "completed", newCount: 3 });
    expect(again.id).not.toBe(first.id);
    await expect(voidUpload(await customer(), { uploadId: again.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
