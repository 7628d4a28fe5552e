import { fixedClock, newId } from "@upstream/core";
import type { AdjustableClock, AlertId } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { createCustomer, createMember, eventsOf, expectAudit, testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { readAlertTotals } from "../read/alert-totals.ts";
import { readLedger } from "../read/ledger.ts";
import { evaluateFindings, findingOf } from "../testing/findings.ts";
import { listAlertsInput } from "./alert-schemas.ts";
import { getAlert } from "./get-alert.ts";
import { judgeAlert } from "./judge-alert.ts";
import { judgeAlertInput } from "./judgment-schemas.ts";
import { listAlerts } from "./list-alerts.ts";
import { listFeedback } from "./list-feedback.ts";

let database: TestDatabase;
let ctx: CustomerCtx;
let clock: AdjustableClock;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = fixedClock("2026-05-20T18:00:00Z");
  ctx = await createCustomer(database.db, { clock });
});

async function raise(payer = "Aster"): Promise<AlertId> {
  await evaluateFindings(ctx, [findingOf({ payer, startedOn: "2026-05-05" })]);
  const alert = (await listAlerts(ctx, listAlertsInput.parse({ payer, status: ["open"] }))).items[0];
  if (!alert) throw new Error("no alert");
  return alert.id;
}

const judge = (alertId: AlertId, input: Record<string, unknown>, by = ctx) => judgeAlert(by, judgeAlertInput.parse({ alertId, ...input }));

it("keeps one verdict an operator and alert, with its earlier versions", async () => {
  const alertId = await raise();
  await judge(alertId, { verdict: "real", reasons: ["policy-change"], note: "called them" });
  clock.advance(60_000);
  await judge(alertId, { verdict: "real", reasons: ["policy-change"], recoveredCents: 412_000, recoveredOn: "2026-05-19" });
  const colleague = await createMember(ctx, "analyst");
  await judge(alertId, { verdict: "needs-follow-up", followUpOn: "2026-06-01" }, colleague);
  const { items } = await listFeedback(ctx, { alertId, limit: 50 });
  expect(items).toHaveLength(2);
  expect(items.find((item) => item.verdict === "real")).toMatchObject({
    recoveredCents: 412_000,
    operatorName: "Test Person",
    history: [{ note: "called them" }],
  });
  await expectAudit(ctx, { action: "alert.judge", entityId: alertId });
});

it("takes an alert by a real verdict, sets a due date by a follow-up, ends it by noise, and sends nothing again", async () => {
  const alertId = await raise();
  const before = (await eventsOf(ctx)).length;
  await judge(alertId, { verdict: "needs-follow-up", followUpOn: "2026-06-01" });
  expect(await getAlert(ctx, { alertId })).toMatchObject({ state: "acknowledged", followUpOn: "2026-06-01" });
  const { effect } = await judge(alertId, { verdict: "real" });
  expect(effect).toMatchObject({ kind: "keeps-coming", text: "Saved as real. Later alerts of this kind keep coming." });
  expect(await getAlert(ctx, { alertId })).toMatchObject({ state: "acknowledged", followUpOn: null });
  const noise = await judge(alertId, { verdict: "noise" });
  expect(noise.effect.text).toBe("Saved as noise. One more noise verdict by Jun 19 mutes this for 30 days.");
  expect(await getAlert(ctx, { alertId })).toMatchObject({ state: "resolved", resolution: "noise" });
  expect((await eventsOf(ctx)).slice(before).map((event) => event.name)).toEqual(["alert.resolved"]);
  await judge(alertId, { verdict: "real" });
  expect(await getAlert(ctx, { alertId })).toMatchObject({ state: "acknowledged", resolution: null });
});

it("refuses verdicts that contradict themselves", () => {
  const alertId = newId<AlertId>();
  for (const input of [
    { verdict: "noise", recoveredCents: 1 },
    { verdict: "real", recoveredOn: "2026-05-19" },
    { verdict: "real", followUpOn: "2026-06-01" },
    { verdict: "maybe" },
    { verdict: "real", recoveredCents: -1 },
    { verdict: "real", reasons: ["because"] },
  ]) {
    expect(judgeAlertInput.safeParse({ alertId, ...input }).success).toBe(false);
  }
});

it("books no recovery on a day that has not come for the customer", async () => {
  const alertId = await raise();
  const recovered = (recoveredOn: string) => judge(alertId, { verdict: "real", recoveredCents: 5_000, recoveredOn });
  await expect(recovered("2026-05-21")).rejects.toMatchObject({
    code: "INVALID",
    detail: { errors: [{ pointer: "/recoveredOn", code: "future" }] },
  });
  expect((await getAlert(ctx, { alertId })).judgments).toEqual([]);
  expect((await recovered("2026-05-20")).judgment).toMatchObject({ recoveredCents: 5_000 });
});

it("answers for another customer's alert as if it did not exist, and refuses a viewer", async () => {
  const alertId = await raise();
  const stranger = await createCustomer(database.db, { clock });
  await expect(judge(alertId, { verdict: "real" }, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(judge(alertId, { verdict: "real" }, await createMember(ctx, "viewer"))).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("adds up what was recovered once an alert, and counts how many alerts were real", async () => {
  const [a, b, c] = [await raise("Aster"), await raise("Borea"), await raise("Calder")];
  await judge(a, { verdict: "real", recoveredCents: 100_000, recoveredOn: "2026-05-10" });
  clock.advance(60_000);
  await judge(a, { verdict: "real", recoveredCents: 120_000, recoveredOn: "2026-05-10" }, await createMember(ctx, "analyst"));
  await judge(b, { verdict: "real", recoveredCents: 50_000, recoveredOn: "2026-04-25" });
  await judge(c, { verdict: "noise" });
  const ledger = await readLedger(ctx);
  expect(ledger).toMatchObject({
    recoveredThisMonthCents: 120_000,
    recovered30DaysCents: 170_000,
    recoveredAllCents: 170_000,
    medianDaysToAlert: 15,
  });
  expect(ledger.overall).toEqual({ judged: 3, real: 2, precision: 2 / 3 });
  expect(ledger.byRule).toMatchObject([{ name: "Any confirmed harm", judged: 3, real: 2 }]);
  expect(ledger.bySignal).toMatchObject([{ signal: "DENIAL_RATE", judged: 3 }]);
  expect(ledger.latest.map((entry) => entry.payer)).toEqual(["Aster", "Borea"]);
  const { statements } = await database.countStatements(() => readLedger(ctx));
  expect(statements).toHaveLength(2);
});

it("counts what waits by severity and owner", async () => {
  await raise("Aster");
  await judge(await raise("Borea"), { verdict: "needs-follow-up", followUpOn: "2026-05-20" });
  const totals = await readInCustomer(ctx, (query) => readAlertTotals(query, ctx));
  expect(totals).toEqual({
    open: 2,
    withoutOwner: 1,
    snoozed: 0,
    suppressed: 0,
    dueFollowUps: 1,
    bySeverity: { low: 0, medium: 0, high: 2, critical: 0 },
  });
});

it("judges with six statements at most", async () => {
  const alertId = await raise();
  const { statements } = await database.countStatements(() => judge(alertId, { verdict: "noise" }));
  expect(statements.length).toBeLessThanOrEqual(6);
});
