import { readdirSync, readFileSync } from "node:fs";
import { fixedClock } from "@upstream/core";
import type { ClaimId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { readInCustomer } from "@upstream/db";
import { actingAs, auditOf, createCustomer, createMember, expectAudit, testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listClaimsInput } from "../schemas.ts";
import type { ClaimDto } from "../schemas.ts";
import { claimTotals } from "../read/claim-totals.ts";
import { listCommittedUploads } from "../read/list-committed-uploads.ts";
import { readSubmissionCells } from "../read/read-submission-cells.ts";
import { listSegmentClaims } from "../read/list-segment-claims.ts";
import { manyRows, sendRows } from "../uploads/claim-file.ts";
import { getClaim } from "./get-claim.ts";
import { listClaims } from "./list-claims.ts";
import { payerSummary } from "./payer-summary.ts";
import { revealPhi } from "./reveal-phi.ts";

let database: TestDatabase;
let ctx: CustomerCtx;
const clock = fixedClock("2026-05-20T15:00:00Z");

const person = { patient_ref: "P-77", member_id: "M 123", patient_name: "Doe, Jane", patient_dob: "1/2/1970" };

beforeAll(async () => {
  database = await testDatabase();
  ctx = await createCustomer(database.db, { clock, mayRevealPhi: true });
  await sendRows(ctx, [
    ...manyRows(60, 1),
    ...manyRows(5, 61, {
      payer: "Cigna",
      cpt: "70450",
      outcome: "denied",
      denial_reason_code: "CO-197",
      paid_amount: "0",
      submitted_date: "2026-03-05",
    }),
    { claim_id: "C-100", line_number: "1", ...person, denial_reason_text: "call (212) 555-0143" },
    { claim_id: "C-100", line_number: "2", outcome: "pending", decided_date: "", paid_amount: "", payment_date: "" },
  ]);
});
afterAll(async () => {
  await database.close();
});

const list = async (input: object): Promise<ClaimDto[]> => (await listClaims(ctx, listClaimsInput.parse(input))).items;

describe("listClaims", () => {
  it("filters by payer, code, group, outcome, reason, dates and amount", async () => {
    expect(await list({ payer: "CIGNA.", limit: 200 })).toHaveLength(5);
    expect(await list({ cpt: "70450" })).toHaveLength(5);
    expect(await list({ cptGroup: "IMAGING", outcome: "DENIED", denialReasonCode: "co-197" })).toHaveLength(5);
    expect(await list({ submittedFrom: "2026-03-05", submittedTo: "2026-03-05" })).toHaveLength(5);
    expect(await list({ decidedFrom: "2026-03-21" })).toHaveLength(0);
    expect(await list({ minPaidCents: 1, limit: 200 })).toHaveLength(61);
  });

  it("finds all lines of an exact claim number and no other", async () => {
    expect((await list({ search: "C-100" })).map((claim) => claim.outcome).sort()).toEqual(["PAID", "PENDING"]);
    expect(await list({ search: "C-10" })).toHaveLength(1);
    expect(await list({ search: "C-" })).toEqual([]);
  });

  it.each(["-submittedDate", "submittedDate", "-decidedDate", "decidedDate", "-paidCents", "paidCents"])(
    "walks all pages in order by %s without a gap",
    async (sort) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listClaims(ctx, listClaimsInput.parse({ sort, limit: 25, ...(cursor ? { cursor } : {}) }));
        seen.push(...page.items.map((claim) => claim.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(new Set(seen).size).toBe(67);
      expect(seen).toHaveLength(67);
    },
  );

  it("costs one statement and stays small", async () => {
    const { result, statements } = await database.countStatements(() => listClaims(ctx, listClaimsInput.parse({})));
    expect(statements).toHaveLength(1);
    expect(JSON.stringify(result).length).toBeLessThan(20_000);
  });

  it("walks the list index and never sorts", async () => {
    const text = await readInCustomer(ctx, (query) =>
      query.rows<{ "QUERY PLAN": string }>(
        "plan",
        `EXPLAIN SELECT c.id FROM claims c WHERE c.customer_id = '${ctx.customerId}' AND (c.submitted_date, c.id) < ('2026-03-05'::date, '00000000-0000-0000-0000-000000000000'::uuid) ORDER BY c.submitted_date DESC, c.id DESC LIMIT 51`,
      ),
    );
    const plan = text.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).not.toContain("Sort");
    expect(plan).toMatch(/Index Cond:.*ROW\(submitted_date, id\) </);
  });

  it("shows another customer nothing", async () => {
    const other = await createCustomer(database.db, { clock });
    expect((await listClaims(other, listClaimsInput.parse({}))).items).toEqual([]);
    const [claim] = await list({ search: "C-1" });
    await expect(getClaim(other, { claimId: claim?.id as never })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a claim", () => {
  const claimId = async () => (await list({ search: "C-100", outcome: "PAID" }))[0]?.id as unknown as ClaimId;

  it("names the patient fields on file without their values, and stores its text redacted", async () => {
    const claim = await getClaim(ctx, { claimId: await claimId() });
    expect(claim).toMatchObject({
      lineNumber: "1",
      protectedFields: ["patientRef", "memberId", "patientName", "patientDob"],
      denialText: "call [phone removed]",
      cptGroup: "OFFICE",
    });
    for (const value of ["P-77", "Jane", "1970", "555"]) expect(JSON.stringify(claim)).not.toContain(value);
  });

  it("reveals them to who holds the grant, after the audit entry, and to nobody else", async () => {
    const id = await claimId();
    await expect(revealPhi(await createMember(ctx, "admin"), { claimId: id, reason: "call the payer" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(
      revealPhi(actingAs(ctx, { kind: "system", reason: "test" }), { claimId: id, reason: "call the payer" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await revealPhi(ctx, { claimId: id, reason: "call the payer" })).toEqual({
      patientRef: "P-77",
      memberId: "M 123",
      patientName: "Doe, Jane",
      patientDob: "1970-01-02",
    });
    await expectAudit(ctx, { action: "phi.reveal", entityId: id, payload: { reason: "call the payer" } });
    expect(JSON.stringify(await auditOf(ctx))).not.toContain("Jane");
  });

  it("keeps its envelope readable when a later file changes it", async () => {
    await sendRows(ctx, [{ claim_id: "C-100", line_number: "1", ...person, patient_name: "Doe, Janet" }]);
    expect(await revealPhi(ctx, { claimId: await claimId(), reason: "call the payer" })).toMatchObject({ patientName: "Doe, Janet" });
  });
});

describe("sums", () => {
  it("give each payer its decisions, rate and cents", async () => {
    const { items } = await payerSummary(ctx, {});
    expect(items).toMatchObject([
      { payer: "Aetna", paidCount: 61, deniedCount: 0, denialRate: 0, paidCents: 61 * 8_000 },
      { payer: "Cigna", paidCount: 0, deniedCount: 5, denialRate: 1, deniedCents: 5 * 15_000 },
    ]);
    expect((await payerSummary(ctx, { decidedFrom: "2026-03-21" })).items).toEqual([]);
  });

  it("serve drift: cells, files, samples and totals", async () => {
    const cells = await readSubmissionCells(ctx);
    expect(cells.map((cell) => cell.n).sort()).toEqual([5, 62]);
    const [upload] = await listCommittedUploads(ctx);
    expect(upload).toMatchObject({ receivedOn: 20_593, firstDecided: 20_532, lastDecided: 20_532, rowCount: 67, rejectedCount: 0 });
    const cigna = cells.find((cell) => cell.n === 5);
    const segment = { payerId: cigna?.payerId ?? "", cptGroup: null, outcome: "DENIED" as const };
    const query = { ...segment, decidedFrom: "2026-03-01", decidedBefore: "2026-04-01", limit: 3 };
    const first = await listSegmentClaims(ctx, query);
    const rest = await listSegmentClaims(ctx, { ...query, cursor: first.nextCursor ?? "" });
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(5);
    expect(rest.nextCursor).toBeNull();
    expect(await claimTotals(ctx, { from: "2026-03-20", to: "2026-03-20" })).toMatchObject([
      { day: 20_532, paid: 61, denied: 5, other: 0 },
    ]);
  });
});

it("lets no statement outside ingest read claims without the one filter for unpublished rows", () => {
  for (const folder of ["records", "read", "quality"]) {
    const place = new URL(`../${folder}/`, import.meta.url);
    for (const file of readdirSync(place).filter((name) => !name.includes(".test."))) {
      const text = readFileSync(new URL(file, place), "utf8");
      if (/FROM claims c\b|\$\{claimTables\}|from: claimTables/.test(text)) expect(text, file).toContain("visibleClaims(");
    }
  }
});
