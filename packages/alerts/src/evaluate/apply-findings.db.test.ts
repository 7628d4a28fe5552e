import { newId } from "@upstream/core";
import type { DriftRunId } from "@upstream/core";
import { auditOf, createCustomer, eventsOf, testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createChannel } from "../channels/create-channel.ts";
import { getDelivery } from "../deliveries/get-delivery.ts";
import { listDeliveries } from "../deliveries/list-deliveries.ts";
import { getAlert } from "../lifecycle/get-alert.ts";
import { judgeAlert } from "../lifecycle/judge-alert.ts";
import { listAlerts } from "../lifecycle/list-alerts.ts";
import { listSuppressed } from "../lifecycle/list-suppressed.ts";
import { undoSuppression } from "../lifecycle/undo-suppression.ts";
import { createChannelInput } from "../channels/channel-schemas.ts";
import { judgeAlertInput } from "../lifecycle/judgment-schemas.ts";
import { listAlertsInput } from "../lifecycle/alert-schemas.ts";
import { storeDriftRun } from "../testing/drift-rows.ts";
import { evaluateFindings, findingOf } from "../testing/findings.ts";
import { fixedClock } from "@upstream/core";
import { bulkInCustomer, executeSql, sql } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const open = { checkUrl: () => ({ ok: true, url: new URL("https://example.org"), isAllowListed: false }) as const };
const page = { limit: 50 } as const;
const every = listAlertsInput.parse({});

async function withMail(recipients: string[]): Promise<CustomerCtx> {
  const ctx = await createCustomer(database.db, { clock: fixedClock("2026-05-20T18:00:00Z") });
  await createChannel(ctx, createChannelInput.parse({ kind: "email", name: "Billing", config: { recipients } }), open);
  return ctx;
}

it("raises one alert for a new customer's first confirmed harm and plans one mail for each recipient", async () => {
  const ctx = await withMail(["a@example.com", "b@example.com"]);
  const result = await evaluateFindings(ctx, [findingOf()]);
  expect(result).toEqual({ raised: 1, suppressed: 0, released: 0, resolved: 0, deliveries: 2 });
  const { items } = await listAlerts(ctx, every);
  expect(items).toMatchObject([{ state: "open", severity: "high", payer: "Aster Health Plan", impactCents: 1_550_000 }]);
  const deliveries = (await listDeliveries(ctx, { ...page, sort: "-createdAt" })).items;
  expect(deliveries.map((delivery) => delivery.recipient).toSorted()).toEqual(["a@example.com", "b@example.com"]);
  expect((await eventsOf(ctx)).map((event) => event.name)).toEqual(["alert.raised", "delivery.due", "delivery.due"]);
  expect((await auditOf(ctx)).map((row) => row.action)).toContain("alert.raise");
});

it("evaluates a run once, however often it is asked", async () => {
  const ctx = await withMail(["a@example.com"]);
  const runId = newId<DriftRunId>();
  const findings = [findingOf()];
  await evaluateFindings(ctx, findings, runId);
  const again = await evaluateFindings(ctx, findings, runId);
  expect(again.raised).toBe(0);
  expect((await listAlerts(ctx, every)).items).toHaveLength(1);
});

it("raises nothing new while the same change continues, and resolves the alert when it recovers", async () => {
  const ctx = await withMail(["a@example.com"]);
  const finding = findingOf();
  await evaluateFindings(ctx, [finding]);
  expect(await evaluateFindings(ctx, [{ ...finding, kind: "continuing" }])).toMatchObject({ raised: 0, resolved: 0 });
  expect(await evaluateFindings(ctx, [{ ...finding, kind: "recovered" }])).toMatchObject({ raised: 0, resolved: 1 });
  const [alert] = (await listAlerts(ctx, every)).items;
  expect(alert?.state).toBe("resolved");
  expect((await eventsOf(ctx)).at(-1)?.name).toBe("alert.resolved");
});

it("tells of what was under way when the data began in one message a recipient", async () => {
  const ctx = await withMail(["a@example.com"]);
  const findings = ["A", "B", "C", "D", "E"].map((payer) => findingOf({ payer, isHistoric: true }));
  const result = await evaluateFindings(ctx, findings);
  expect(result).toMatchObject({ raised: 5, deliveries: 1 });
  const [delivery] = (await listDeliveries(ctx, { ...page, sort: "-createdAt" })).items;
  expect(delivery).toMatchObject({ subject: "history", state: "pending" });
  expect((await eventsOf(ctx)).map((event) => event.name)).toEqual(["alert.raised", "delivery.due"]);
});

it("keeps a repeat within four hours quiet, says why, and never calls it sent", async () => {
  const ctx = await withMail(["a@example.com"]);
  await evaluateFindings(ctx, [findingOf()]);
  const result = await evaluateFindings(ctx, [findingOf()]);
  expect(result).toEqual({ raised: 0, suppressed: 1, released: 0, resolved: 0, deliveries: 0 });
  const { items } = await listSuppressed(ctx, page);
  expect(items[0]).toMatchObject({ reason: "cooldown", alert: { state: "suppressed" } });
  expect(items[0]?.text).toContain("the same alert was sent within 4 hours");
  expect((await listAlerts(ctx, every)).items).toHaveLength(1);
});

it("lets another CPT group of the same payer through", async () => {
  const ctx = await withMail(["a@example.com"]);
  await evaluateFindings(ctx, [findingOf()]);
  expect(await evaluateFindings(ctx, [findingOf({ cptGroup: "OFFICE" })])).toMatchObject({ raised: 1, suppressed: 0 });
});

it("lets an escalation break through and replaces the earlier alert, keeping its owner", async () => {
  const ctx = await withMail(["a@example.com"]);
  const finding = findingOf({ severity: "medium" });
  await evaluateFindings(ctx, [finding]);
  const result = await evaluateFindings(ctx, [{ ...finding, kind: "worsened", severity: "high" }]);
  expect(result).toMatchObject({ raised: 1, suppressed: 0, resolved: 1 });
  const { items } = await listAlerts(ctx, every);
  expect(items.map((alert) => [alert.state, alert.cause])).toEqual(
    expect.arrayContaining([
      ["open", "worsened"],
      ["resolved", "opened"],
    ]),
  );
});

it("mutes a kind after two noise verdicts for 30 days, lets undo bring it out, and keeps quiet what the verdicts muted", async () => {
  const ctx = await withMail(["a@example.com"]);
  const clock = ctx.clock as ReturnType<typeof fixedClock>;
  for (const _time of [1, 2]) {
    await evaluateFindings(ctx, [findingOf()]);
    const [alert] = (await listAlerts(ctx, listAlertsInput.parse({ status: ["open"] }))).items;
    if (!alert) throw new Error("no alert");
    const { effect } = await judgeAlert(ctx, judgeAlertInput.parse({ alertId: alert.id, verdict: "noise", reasons: ["known-seasonal"] }));
    expect(effect.kind).toBe(_time === 1 ? "one-more-mutes" : "mutes");
    clock.advance(5 * 3_600_000);
  }
  expect(await evaluateFindings(ctx, [findingOf()])).toMatchObject({ raised: 0, suppressed: 1 });
  const [quiet] = (await listSuppressed(ctx, page)).items;
  expect(quiet?.text).toMatch(/^Muted until Jun \d+: it was called noise twice in 30 days\. A worse change would still be sent\.$/);
  clock.advance(1_000);
  const alert = await undoSuppression(ctx, { suppressionId: quiet!.id });
  expect(alert.state).toBe("open");
  const detail = await getAlert(ctx, { alertId: alert.id });
  expect(detail.transitions.map((step) => step.action)).toEqual(["suppress", "release"]);
  expect(detail.deliveries).toHaveLength(1);
  clock.advance(5 * 3_600_000);
  expect(await evaluateFindings(ctx, [findingOf()])).toMatchObject({ raised: 1, suppressed: 0 });
});

it("brings a cooled-down alert out when its change still goes on, and undoes a suppression once", async () => {
  const ctx = await withMail(["a@example.com"]);
  const clock = ctx.clock as ReturnType<typeof fixedClock>;
  await evaluateFindings(ctx, [findingOf()]);
  const repeat = findingOf();
  await evaluateFindings(ctx, [repeat]);
  const [quiet] = (await listSuppressed(ctx, page)).items;
  if (!quiet) throw new Error("nothing was kept quiet");
  expect((await getAlert(ctx, { alertId: quiet.alert.id })).suppression).toMatchObject({ id: quiet.id, reason: "cooldown" });
  clock.advance(4 * 3_600_000);
  expect(await evaluateFindings(ctx, [{ ...repeat, kind: "continuing" }])).toMatchObject({ raised: 0, released: 1, deliveries: 1 });
  expect((await getAlert(ctx, { alertId: quiet.alert.id })).state).toBe("open");
  await expect(undoSuppression(ctx, { suppressionId: quiet.id })).rejects.toMatchObject({ code: "CONFLICT" });
});

it("tells of a suppression that is undone what its change is now, not what it was when it was kept quiet", async () => {
  const ctx = await withMail(["a@example.com"]);
  await evaluateFindings(ctx, [findingOf()]);
  const repeat = findingOf();
  await evaluateFindings(ctx, [repeat]);
  await storeDriftRun(ctx, [{ driftEventId: repeat.driftEventId, kind: "continuing" }]);
  const worth = sql`UPDATE drift_events SET impact_cents = 4000000, sentence = 'It denies 25.0%.' WHERE id = ${repeat.driftEventId}::uuid`;
  await bulkInCustomer(ctx, (client) => executeSql(client, worth));
  const [quiet] = (await listSuppressed(ctx, page)).items;
  expect(quiet?.alert).toMatchObject({ impactCents: 4_000_000, sentence: "It denies 25.0%." });
  const alert = await undoSuppression(ctx, { suppressionId: quiet!.id });
  const [delivery] = (await getAlert(ctx, { alertId: alert.id })).deliveries;
  const { body } = await getDelivery(ctx, { deliveryId: delivery!.id });
  expect(JSON.parse(body)).toMatchObject({
    alert: { sentence: "It denies 25.0%.", impact: "About $40,000 a month is at stake.", figures: [] },
  });
});

it("stays within eight statements for any number of findings", async () => {
  const ctx = await withMail(["a@example.com"]);
  for (const count of [1, 40]) {
    const findings = Array.from({ length: count }, (_, index) => findingOf({ payer: `Payer ${count}-${index}` }));
    const { statements } = await database.countStatements(() => evaluateFindings(ctx, findings));
    expect(statements.length).toBeLessThanOrEqual(7);
  }
});
