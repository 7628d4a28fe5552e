import { fixedClock, newId } from "@upstream/core";
import type { DriftEventId } from "@upstream/core";
import { bulkInCustomer, executeSql, sql } from "@upstream/db";
import { actingAs, createCustomer, createMember, testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { alertDetail, listAlertsInput } from "../lifecycle/alert-schemas.ts";
import { getAlert } from "../lifecycle/get-alert.ts";
import { listAlerts } from "../lifecycle/list-alerts.ts";
import { storeDriftRun } from "../testing/drift-rows.ts";
import { evaluateDrift } from "./evaluate-drift.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const newCtx = () => createCustomer(database.db, { clock: fixedClock("2026-05-20T18:00:00Z") });

it("raises what a drift run found, with sentence, numbers, slices and next steps, and resolves it when a later run sees it recover", async () => {
  const owner = await newCtx();
  const ctx = actingAs(owner, { kind: "workflow", name: "evaluate-alerts" });
  const driftEventId = newId<DriftEventId>();
  const runId = await storeDriftRun(ctx, [{ driftEventId, kind: "opened" }]);
  const { result, statements } = await database.countStatements(() => evaluateDrift(ctx, { runId }));
  expect(result).toMatchObject({ raised: 1, suppressed: 0 });
  expect(statements.length).toBeLessThanOrEqual(8);
  expect(await evaluateDrift(ctx, { runId })).toMatchObject({ raised: 0 });
  const [alert] = (await listAlerts(owner, listAlertsInput.parse({}))).items;
  if (!alert) throw new Error("no alert");
  const detail = await getAlert(owner, { alertId: alert.id });
  expect(() => alertDetail.parse(detail)).not.toThrow();
  expect(detail).toMatchObject({
    driftEventId,
    sentence: "Aster Health Plan denied 18.6% of Imaging claims, up from 7.1%.",
    impactKind: "at-stake",
    impactCents: 1_550_000,
    startedOn: "2026-05-05",
    evidence: {
      unit: "rate",
      baseline: { n: 1284, count: 91 },
      current: { n: 431, count: 80 },
      slices: [{ value: "73721" }, { value: "197" }],
      sampleClaims: [],
    },
  });
  expect(detail.evidence.nextSteps[0]).toMatchObject({
    urgency: "today",
    detail: expect.stringMatching(/About 49 more denials than expected\. Most name reason 197\./),
  });
  expect(detail.change).toMatchObject({ state: "opened", impactCents: 1_550_000, measuredOn: "2026-05-20" });
  await bulkInCustomer(owner, (tx) =>
    executeSql(
      tx,
      sql`UPDATE drift_events SET state = 'worsened', impact_cents = 2000000, sentence = 'It denies more.' WHERE id = ${driftEventId}::uuid`,
    ),
  );
  expect(await getAlert(owner, { alertId: alert.id })).toMatchObject({
    impactCents: 2_000_000,
    sentence: "It denies more.",
    raised: { impactCents: 1_550_000, sentence: expect.stringMatching(/^Aster Health Plan denied 18\.6%/) },
    change: { state: "worsened", impactCents: 2_000_000 },
  });
  const asked = listAlertsInput.parse({ search: "denies more", sort: "-impact" });
  expect((await listAlerts(owner, asked)).items).toMatchObject([
    { impactCents: 2_000_000, impactKind: "at-stake", sentence: "It denies more." },
  ]);
  const later = await storeDriftRun(ctx, [{ driftEventId, kind: "recovered" }]);
  expect(await evaluateDrift(ctx, { runId: later })).toMatchObject({ raised: 0, resolved: 1 });
  expect(await getAlert(owner, { alertId: alert.id })).toMatchObject({
    state: "resolved",
    resolution: "recovered",
    impactCents: 1_550_000,
  });
});

it("raises one alert when two workers evaluate the same run at once", async () => {
  const owner = await newCtx();
  const ctx = actingAs(owner, { kind: "workflow", name: "evaluate-alerts" });
  const runId = await storeDriftRun(ctx, [{ driftEventId: newId<DriftEventId>(), kind: "opened" }]);
  const results = await Promise.all([evaluateDrift(ctx, { runId }), evaluateDrift(ctx, { runId })]);
  expect(results.map((result) => result.raised).toSorted()).toEqual([0, 1]);
});

it("reads nothing of another customer's run, and is not for viewers", async () => {
  const owner = await newCtx();
  const runId = await storeDriftRun(owner, [{ driftEventId: newId<DriftEventId>(), kind: "opened" }]);
  expect(await evaluateDrift(await newCtx(), { runId })).toMatchObject({ raised: 0 });
  await expect(evaluateDrift(await createMember(owner, "viewer"), { runId })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
