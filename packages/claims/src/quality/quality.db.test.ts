import { fixedClock } from "@upstream/core";
import { createCustomer, createMember, expectAudit, testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAnomaliesInput } from "../schemas.ts";
import { manyRows, sendRows } from "../uploads/claim-file.ts";
import { acknowledgeAnomaly } from "./acknowledge-anomaly.ts";
import { listAnomalies } from "./list-anomalies.ts";
import { listValidationRules } from "./list-validation-rules.ts";
import { qualitySummary } from "./quality-summary.ts";
import { qualityTrend } from "./quality-trend.ts";
import { updateValidationRule } from "./update-validation-rule.ts";

let database: TestDatabase;
const customer = () => createCustomer(database.db, { clock: fixedClock("2026-03-25T15:00:00Z") });

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
});

describe("quality", () => {
  it("scores each file and sums findings and fields over files", async () => {
    const ctx = await customer();
    await sendRows(ctx, manyRows(8));
    const upload = await sendRows(ctx, [...manyRows(8, 20), { claim_id: "C-40", payer: "" }, { claim_id: "C-41", outcome: "appealed" }]);
    expect(upload.grade).toBe("A");
    const summary = await qualitySummary(ctx);
    expect(summary).toMatchObject({ fileCount: 2, openAnomalyCount: 0, current: { validity: 0.9, uniqueness: 1, timeliness: 1 } });
    expect(summary.rules.map((rule) => `${rule.code} ${rule.count}`)).toEqual(["REF_OUTCOME 1", "REQ_PAYER 1"]);
    expect(summary.fields.find((field) => field.column === "payer")?.filledShare).toBeCloseTo(17 / 18);
    expect((await qualityTrend(ctx)).items.map((item) => item.rowCount)).toEqual([8, 10]);
  });

  it("finds what is unusual beside the customer's own files, once, and lets a person acknowledge it", async () => {
    const ctx = await customer();
    for (let file = 0; file < 4; file += 1) await sendRows(ctx, manyRows(20, file * 20));
    await sendRows(ctx, manyRows(200, 1_000, { outcome: "denied", denial_reason_code: "50", paid_amount: "0" }));
    const found = await listAnomalies(ctx, listAnomaliesInput.parse({}));
    expect(found.items.map((anomaly) => `${anomaly.kind} ${anomaly.subject}`).sort()).toEqual([
      "OUTCOME_MIX DENIED",
      "OUTCOME_MIX PAID",
      "VOLUME rows",
    ]);
    const anomalyId = found.items[0]?.id as never;
    expect(await acknowledgeAnomaly(ctx, { anomalyId })).toMatchObject({ acknowledgedAt: "2026-03-25T15:00:00.000Z" });
    await expectAudit(ctx, { action: "anomaly.acknowledge", entityId: anomalyId });
    expect((await listAnomalies(ctx, listAnomaliesInput.parse({ isAcknowledged: false }))).items).toHaveLength(2);
    expect((await qualitySummary(ctx)).openAnomalyCount).toBe(2);
  });
});

describe("validation rules", () => {
  it("are the 33 in force, and obey the customer from the next file on", async () => {
    const ctx = await customer();
    expect((await listValidationRules(ctx)).items).toHaveLength(33);
    const early = manyRows(1, 1, { decided_date: "2026-02-01" });
    expect(await sendRows(ctx, early)).toMatchObject({ status: "failed" });
    await updateValidationRule(ctx, { id: "DATE_DECISION_AFTER_SUBMISSION", severity: "warning" });
    expect(await sendRows(ctx, early)).toMatchObject({ status: "completed", warningCount: 1 });
    await updateValidationRule(ctx, { id: "RNG_PAID_AMT", isEnabled: false });
    expect(await sendRows(ctx, manyRows(1, 2, { paid_amount: "-5" }))).toMatchObject({ status: "completed", newCount: 1 });
    await expectAudit(ctx, { action: "rule.update", entityId: "RNG_PAID_AMT" });
  });

  it("let a customer allow a payer that looks like a person", async () => {
    const ctx = await customer();
    const rows = manyRows(1, 1, { payer: "Mary Baker" });
    expect(await sendRows(ctx, rows)).toMatchObject({ status: "failed" });
    await updateValidationRule(ctx, { id: "PHI_PAYER", allowedNames: ["MARY BAKER"] });
    expect(await sendRows(ctx, rows)).toMatchObject({ status: "completed" });
  });

  it("refuse to soften a structural rule, to reject by a uniqueness rule, and anyone but an admin", async () => {
    const ctx = await customer();
    await expect(updateValidationRule(ctx, { id: "REQ_PAYER", isEnabled: false })).rejects.toMatchObject({ code: "PRECONDITION" });
    await expect(updateValidationRule(ctx, { id: "UNQ_ROW_IN_FILE", severity: "error" })).rejects.toMatchObject({ code: "INVALID" });
    await expect(updateValidationRule(ctx, { id: "NO_SUCH_RULE" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(updateValidationRule(await createMember(ctx, "analyst"), { id: "FMT_CPT", isEnabled: false })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
