import { AsyncResource } from "node:async_hooks";
import { newId, type DriftEventId } from "@upstream/core";
import { bulkInCustomer, executeSql, querySql, sql, type CustomerCtx } from "@upstream/db";
import { createCustomer, createMember, eventsOf, expectAudit, testDatabase, type TestDatabase } from "@upstream/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getDriftEvent } from "../events/get-drift-event.ts";
import { listDriftEvents } from "../events/list-drift-events.ts";
import { listEventSeries } from "../events/list-event-series.ts";
import { driftTotals } from "../read/drift-totals.ts";
import { runFindings } from "../read/run-findings.ts";
import { listSegments } from "../segments/list-segments.ts";
import { payerName, simulateCustomer, type Scenario } from "../testing/simulate-customer.ts";
import { idOf, storeRows } from "../testing/store-rows.ts";
import { getDriftRun } from "./get-drift-run.ts";
import { listDriftRuns } from "./list-drift-runs.ts";
import { runDrift } from "./run-drift.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ poolSize: 8 });
});
afterAll(() => database.close());

const jump: Scenario = { seed: 3, feed: "file", days: 260, claimsPerDay: 50, denialRate: 0.09, jump: { payer: 2, from: 225, add: 0.3 } };
const all = { limit: 50 };
/** Where no transaction is open: calls made through it do not join the one around them. */
const outside = new AsyncResource("outside");

async function withHistory(scenario: Scenario): Promise<CustomerCtx> {
  const ctx = await createCustomer(database.db);
  await storeRows(ctx, simulateCustomer(scenario));
  return ctx;
}

describe("a first file", () => {
  it("is replayed in silence and tells the change that is under way as history", async () => {
    const ctx = await withHistory(jump);
    const { result: run, statements } = await database.countStatements(() => runDrift(ctx, { kind: "upload" }));
    expect(statements.length).toBeLessThanOrEqual(30);
    expect(run).toMatchObject({ status: "COMPLETED", isHistoric: true, watermark: "2025-02-04", feedMode: "submission" });
    expect(run.lookCount).toBeGreaterThan(10);

    const { items } = await listDriftEvents(ctx, { ...all, isOpen: true });
    expect(items.map(({ payer, signal, direction }) => [payer, signal, direction])).toEqual([[payerName(2), "DENIAL_RATE", "higher"]]);
    expect(items[0]).toMatchObject({ isHarm: true, isHistoric: true });
    expect(items[0]?.effectLow).toBeLessThan(0.3);
    expect(items[0]?.effectHigh).toBeGreaterThan(0.27);
    expect(items[0]?.sentence).toMatch(
      /^payer-2 denied \d+\.\d% of claims decided .*, up from \d+\.\d% of comparable claims before: .* points more \(95% interval .*\)\.$/,
    );
    const names = (await eventsOf(ctx)).map(({ name, data }) => [name, data["isHistoric"]]);
    expect(names).toEqual([
      ["drift.detected", true],
      ["drift.run-completed", undefined],
    ]);
    await expectAudit(ctx, { action: "drift.run", entityId: run.id });
  });

  it("answers the explorer, the card and the totals", async () => {
    const ctx = await withHistory(jump);
    const run = await runDrift(ctx, { kind: "manual" });
    const { result: map, statements } = await database.countStatements(() => listSegments(ctx, { signal: "DENIAL_RATE" }));
    expect(statements).toHaveLength(2);
    expect(map.segments).toHaveLength(6 + 36);
    const whole = map.segments.find(({ payer, cptGroup }) => payer === payerName(2) && cptGroup === null);
    expect(whole).toMatchObject({ status: "tested", windowDays: 28 });
    expect(whole?.effectLow).toBeGreaterThan(0);
    expect(whole?.smallestChange).toBeGreaterThan(0);
    expect(map.openBySignal.find(({ signal }) => signal === "DENIAL_RATE")?.open).toBe(1);

    const detail = await database.countStatements(() => getDriftEvent(ctx, { driftEventId: whole?.driftEventId as DriftEventId }));
    expect(detail.statements).toHaveLength(1);
    const event = detail.result;
    expect(event.evidence).toMatchObject({ method: "A5.2", feedMode: "submission", guard: "passed", watermark: run.watermark });
    expect(event.evidence.series.length).toBeGreaterThan(20);
    expect(event.life.map(({ kind }) => kind)).toEqual(["opened"]);
    expect(event.impact?.lowCents).toBeGreaterThan(0);
    expect(JSON.stringify(event).length).toBeLessThan(48 * 1024);
    const series = await database.countStatements(() => listEventSeries(ctx, { driftEventIds: [event.id, newId<DriftEventId>()] }));
    expect(series.statements).toHaveLength(1);
    expect(series.result.items).toEqual([
      {
        id: event.id,
        watermark: event.evidence.watermark,
        windowDays: event.evidence.windowDays,
        n: event.current.n,
        count: event.current.count,
        series: event.evidence.series,
      },
    ]);

    const [finding] = await runFindings(ctx, run.id);
    expect(finding).toMatchObject({ kind: "opened", isHistoric: true, impactKind: "at-stake" });
    expect((await driftTotals(ctx)).atStake).toMatchObject({ count: 1, cents: event.impact?.cents });
    expect((await getDriftRun(ctx, { runId: run.id })).uploads).toHaveLength(1);
  });

  it("that is too short says how much history there is", async () => {
    const ctx = await withHistory({ seed: 1, feed: "file", days: 120, claimsPerDay: 30 });
    const run = await runDrift(ctx, { kind: "upload" });
    expect(run).toMatchObject({ status: "NOT_ENOUGH_HISTORY", neededDays: 168, lookCount: 0 });
    expect(run.historyDays).toBeGreaterThan(100);
    expect((await listSegments(ctx, { signal: "DENIAL_RATE" })).segments).toEqual([]);
  });

  it("may be none at all", async () => {
    const ctx = await createCustomer(database.db);
    expect(await runDrift(ctx, { kind: "daily", asOf: "2026-11-25" })).toMatchObject({
      status: "NOT_ENOUGH_HISTORY",
      historyDays: 0,
      watermark: null,
    });
    expect(await listSegments(ctx, { signal: "DECISION_TIME" })).toMatchObject({ segments: [] });
  });
});

describe("runs at one time", () => {
  it("give one run and one event", async () => {
    const ctx = await withHistory(jump);
    const runs = await bulkInCustomer(ctx, async (tx) => {
      await executeSql(tx, sql`SELECT pg_advisory_xact_lock(hashtextextended(${`drift:${ctx.customerId}`}, 0))`);
      const both = outside.runInAsyncScope(() => Promise.all([runDrift(ctx, { kind: "upload" }), runDrift(ctx, { kind: "upload" })]));
      await expect
        .poll(
          async () =>
            (await querySql<{ n: number }>(tx, sql`SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`))[0]
              ?.n,
          { timeout: 30_000 },
        )
        .toBe(2);
      return { both };
    }).then(({ both }) => both);
    expect(runs[0]?.id).toBe(runs[1]?.id);
    expect((await listDriftRuns(ctx, all)).items).toHaveLength(1);
    expect((await listDriftEvents(ctx, all)).items).toHaveLength(1);
    expect((await eventsOf(ctx)).filter(({ name }) => name === "drift.detected")).toHaveLength(1);
  });

  it("of the same day's schedule give one run, also later", async () => {
    const ctx = await withHistory(jump);
    const first = await runDrift(ctx, { kind: "daily", asOf: "2025-02-05" });
    expect((await runDrift(ctx, { kind: "daily", asOf: "2025-02-05" })).id).toBe(first.id);
    expect((await runDrift(ctx, { kind: "weekly", asOf: "2025-02-05" })).id).not.toBe(first.id);
    expect((await listDriftEvents(ctx, all)).items).toHaveLength(1);
  });
});

describe("the next run", () => {
  it("over the same data is the run that is there", async () => {
    const ctx = await withHistory(jump);
    const first = await runDrift(ctx, { kind: "manual" });
    expect((await runDrift(ctx, { kind: "manual" })).id).toBe(first.id);
  });

  it("carries the event on and makes no second one", async () => {
    const weekly: Scenario = { ...jump, feed: "weekly" };
    const ctx = await withHistory({ ...weekly, days: 253 });
    await runDrift(ctx, { kind: "upload" });
    await storeRows(ctx, simulateCustomer(weekly));
    const next = await runDrift(ctx, { kind: "upload" });
    expect(next).toMatchObject({ lookCount: 1, isHistoric: false, openedCount: 0 });
    const { items } = await listDriftEvents(ctx, all);
    expect(items).toHaveLength(1);
    const event = await getDriftEvent(ctx, { driftEventId: items[0]?.id as DriftEventId });
    expect(event.life).toHaveLength(2);
    expect(["continuing", "worsened"]).toContain(event.state);
    const { evidence } = event;
    expect(evidence).toMatchObject({ watermark: next.watermark, foundOn: event.openedOn, windowDays: 28, guard: "passed" });
    expect(evidence.foundOn < evidence.watermark).toBe(true);
    expect(evidence.series.at(-1)?.week).toBe("2025-01-28");
    expect(evidence.series.slice(-4).reduce((sum, { n }) => sum + n, 0)).toBe(event.current.n);
    expect(event.current.to).toBe("2025-02-03");
    expect(evidence.maturity).toBeGreaterThan(0.3);
    expect(evidence.maturity).toBeLessThan(0.9);
  });

  it("withdraws an event whose file was voided", async () => {
    const ctx = await withHistory(jump);
    await runDrift(ctx, { kind: "upload" });
    await storeRows(ctx, {
      ...simulateCustomer({ ...jump, jump: { payer: 2, from: 225, add: 0 } }),
      uploads: [{ id: `upload-${19_863 + 260}-b`, receivedOn: 19_863 + 260 }],
    });
    await bulkInCustomer(ctx, (tx) =>
      executeSql(
        tx,
        sql`UPDATE rollup_decisions SET upload_id = ${idOf(ctx, `upload-${19_863 + 260}-b`)}::uuid WHERE customer_id = ${ctx.customerId}::uuid`,
      ),
    );
    const run = await runDrift(ctx, { kind: "upload" });
    expect(run.recoveredCount).toBe(1);
    const [item] = (await listDriftEvents(ctx, all)).items;
    expect(item?.state).toBe("recovered");
    expect(await getDriftEvent(ctx, { driftEventId: item?.id as DriftEventId })).toMatchObject({ endReason: "withdrawn" });
    expect((await runFindings(ctx, run.id))[0]?.kind).toBe("withdrawn");
  });

  it("of an earlier day is stored and moves nothing", async () => {
    const ctx = await withHistory(jump);
    await runDrift(ctx, { kind: "upload" });
    const [before] = (await listDriftEvents(ctx, all)).items;
    const back = await runDrift(ctx, { kind: "manual", asOf: "2024-12-20" });
    expect(back.watermark).toBe("2024-12-20");
    expect((await listDriftEvents(ctx, all)).items).toEqual([before]);
    expect((await listSegments(ctx, { signal: "DENIAL_RATE", runId: back.id })).run?.id).toBe(back.id);
  });
});

describe("who may", () => {
  it("is refused without the permission, and finds nothing of another customer", async () => {
    const ctx = await withHistory({ ...jump, seed: 4 });
    const run = await runDrift(ctx, { kind: "upload" });
    const viewer = await createMember(ctx, "viewer");
    await expect(runDrift(viewer, { kind: "manual" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const [event] = (await listDriftEvents(viewer, all)).items;
    const stranger = await createCustomer(database.db);
    await expect(getDriftRun(stranger, { runId: run.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getDriftEvent(stranger, { driftEventId: event?.id as DriftEventId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listDriftEvents(stranger, all)).items).toEqual([]);
    expect((await listEventSeries(stranger, { driftEventIds: [event?.id as DriftEventId] })).items).toEqual([]);
  });
});
