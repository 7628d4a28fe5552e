import { fixedClock, newId, systemClock } from "@upstream/core";
import type { AdjustableClock, AlertId, UserId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { actingAs, auditOf, createCustomer, createMember, eventsOf, expectAudit, testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { evaluateFindings, findingOf } from "../testing/findings.ts";
import { acknowledgeAlert } from "./acknowledge-alert.ts";
import { alertDetail, listAlertsInput } from "./alert-schemas.ts";
import type { AlertDto } from "./alert-schemas.ts";
import { assignAlert } from "./assign-alert.ts";
import { bulkAlerts } from "./bulk-alerts.ts";
import { getAlert } from "./get-alert.ts";
import { listAlerts } from "./list-alerts.ts";
import { reopenAlert } from "./reopen-alert.ts";
import { resolveAlert } from "./resolve-alert.ts";
import { snoozeAlert } from "./snooze-alert.ts";

let database: TestDatabase;
let ctx: CustomerCtx;
let clock: AdjustableClock;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = fixedClock(systemClock.now().toISOString());
  ctx = await createCustomer(database.db, { clock });
});

const day = 86_400_000;
const list = async (input: Record<string, unknown> = {}) => (await listAlerts(ctx, listAlertsInput.parse(input))).items;

async function raise(...payers: string[]): Promise<AlertDto[]> {
  await evaluateFindings(
    ctx,
    payers.map((payer, index) => findingOf({ payer, impactCents: 100_000 * (index + 1), impactLowCents: null, impactHighCents: null })),
  );
  return (await list()).toSorted((a, b) => a.payer.localeCompare(b.payer));
}

async function raiseOne(): Promise<AlertDto> {
  const [alert] = await raise("Aster");
  if (!alert) throw new Error("no alert");
  return alert;
}

it("lets the one who acknowledges own the alert, with audit and log", async () => {
  const alert = await raiseOne();
  const taken = await acknowledgeAlert(ctx, { alertId: alert.id, note: "on it" });
  expect(taken).toMatchObject({ state: "acknowledged", assigneeName: "Test Person" });
  await expectAudit(ctx, { action: "alert.acknowledge", entityId: alert.id });
  const detail = await getAlert(ctx, { alertId: alert.id });
  expect(() => alertDetail.parse(detail)).not.toThrow();
  expect(detail.transitions.map((step) => [step.action, step.detail])).toEqual(
    expect.arrayContaining([
      ["raise", null],
      ["acknowledge", "on it"],
    ]),
  );
  expect(detail.version).toBe(2);
});

it("changes nothing when acknowledged twice", async () => {
  const alert = await raiseOne();
  await acknowledgeAlert(ctx, { alertId: alert.id, note: null });
  const audits = (await auditOf(ctx)).length;
  await acknowledgeAlert(ctx, { alertId: alert.id, note: null });
  expect((await auditOf(ctx)).length).toBe(audits);
});

it("resolves with a reason and an event, reopens to where it was, and refuses to acknowledge what is resolved", async () => {
  const alert = await raiseOne();
  await acknowledgeAlert(ctx, { alertId: alert.id, note: null });
  expect(await resolveAlert(ctx, { alertId: alert.id, reason: "appealed", note: null })).toMatchObject({ state: "resolved" });
  expect((await eventsOf(ctx)).at(-1)).toMatchObject({ name: "alert.resolved", data: { alertId: alert.id } });
  await expect(acknowledgeAlert(ctx, { alertId: alert.id, note: null })).rejects.toMatchObject({
    code: "CONFLICT",
    detail: { reason: "resolved" },
  });
  expect(await reopenAlert(ctx, { alertId: alert.id, note: null })).toMatchObject({ state: "acknowledged" });
});

it("brings a snoozed alert back by itself", async () => {
  const alert = await raiseOne();
  const until = new Date(clock.now().getTime() + day).toISOString();
  expect(await snoozeAlert(ctx, { alertId: alert.id, until })).toMatchObject({ state: "snoozed", snoozedUntil: until });
  expect(await list({ status: ["snoozed"] })).toHaveLength(1);
  expect(await list({ status: ["open"] })).toHaveLength(0);
  clock.advance(day);
  expect((await getAlert(ctx, { alertId: alert.id })).state).toBe("open");
  expect(await acknowledgeAlert(ctx, { alertId: alert.id, note: null })).toMatchObject({ state: "acknowledged", snoozedUntil: null });
});

it("assigns to members who may work on alerts and to nobody else", async () => {
  const alert = await raiseOne();
  const analyst = await createMember(ctx, "analyst");
  const viewer = await createMember(ctx, "viewer");
  const userOf = (member: CustomerCtx) => (member.actor.kind === "user" ? member.actor.userId : newId<UserId>());
  expect(await assignAlert(ctx, { alertId: alert.id, userId: userOf(analyst) })).toMatchObject({
    assigneeUserId: userOf(analyst),
    state: "acknowledged",
  });
  for (const userId of [userOf(viewer), newId<UserId>()])
    await expect(assignAlert(ctx, { alertId: alert.id, userId })).rejects.toMatchObject({ code: "INVALID" });
  expect(await assignAlert(ctx, { alertId: alert.id, userId: null })).toMatchObject({ assigneeUserId: null });
});

it("moves many at once and names those it left, in a constant number of statements", async () => {
  const alerts = await raise(...Array.from({ length: 30 }, (_, index) => `Payer ${index}`));
  const [first] = alerts;
  if (!first) throw new Error("no alert");
  await resolveAlert(ctx, { alertId: first.id, reason: "fixed", note: null });
  const stranger = newId<AlertId>();
  const alertIds = [...alerts.map((alert) => alert.id), stranger];
  const { result, statements } = await database.countStatements(() => bulkAlerts(ctx, { action: "acknowledge", alertIds }));
  expect(result.changed).toHaveLength(29);
  expect(result.skipped).toEqual([
    { alertId: first.id, reason: "resolved" },
    { alertId: stranger, reason: "not-found" },
  ]);
  expect(statements.length).toBeLessThanOrEqual(6);
});

it("snoozes, assigns, resolves and reopens many at once", async () => {
  const alertIds = (await raise("Aster", "Borea")).map((alert) => alert.id);
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const until = new Date(clock.now().getTime() + day).toISOString();
  const states = async () => (await list()).map((alert) => [alert.state, alert.assigneeUserId]);
  await bulkAlerts(ctx, { action: "assign", alertIds, userId });
  expect(await states()).toEqual(Array(2).fill(["acknowledged", userId]));
  await bulkAlerts(ctx, { action: "snooze", alertIds, until });
  expect(await states()).toEqual(Array(2).fill(["snoozed", userId]));
  await bulkAlerts(ctx, { action: "resolve", alertIds, reason: "accepted" });
  expect(await states()).toEqual(Array(2).fill(["resolved", userId]));
  await bulkAlerts(ctx, { action: "reopen", alertIds });
  expect(await states()).toEqual(Array(2).fill(["acknowledged", userId]));
  expect(
    await list({ assignee: userId, signal: "DENIAL_RATE", status: ["acknowledged", "resolved", "suppressed"], sort: "raisedAt" }),
  ).toHaveLength(2);
});

it("filters, searches and sorts, and pages without losing or repeating any", async () => {
  await raise("Aster", "Borea", "100% Care", "Dunmore");
  expect((await list({ payer: "Borea" })).map((alert) => alert.payer)).toEqual(["Borea"]);
  expect((await list({ search: "0% c" })).map((alert) => alert.payer)).toEqual(["100% Care"]);
  expect(await list({ search: "_ster" })).toEqual([]);
  expect(await list({ severity: ["low"] })).toEqual([]);
  expect(await list({ assignee: "none" })).toHaveLength(4);
  expect((await list({ sort: "-impact" })).map((alert) => alert.impactCents)).toEqual([400_000, 300_000, 200_000, 100_000]);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listAlerts(ctx, listAlertsInput.parse({ limit: 1, sort: "-impact", cursor }));
    seen.push(...page.items.map((alert) => alert.payer));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(["Dunmore", "100% Care", "Borea", "Aster"]);
});

it("lists with one statement, whatever its length", async () => {
  await raise("Aster", "Borea");
  const { statements } = await database.countStatements(() => list());
  expect(statements).toHaveLength(1);
});

it("answers for another customer's alert as if it did not exist", async () => {
  const alert = await raiseOne();
  const stranger = await createCustomer(database.db, { clock });
  await expect(getAlert(stranger, { alertId: alert.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(acknowledgeAlert(stranger, { alertId: alert.id, note: null })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await bulkAlerts(stranger, { action: "reopen", alertIds: [alert.id] })).toMatchObject({
    changed: [],
    skipped: [{ reason: "not-found" }],
  });
});

it("lets a viewer look and not touch", async () => {
  const alert = await raiseOne();
  const viewer = await createMember(ctx, "viewer");
  expect((await listAlerts(viewer, listAlertsInput.parse({}))).items).toHaveLength(1);
  await expect(acknowledgeAlert(viewer, { alertId: alert.id, note: null })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const key = actingAs(ctx, { kind: "apiKey", apiKeyId: newId(), role: "admin", scope: "read" });
  await expect(resolveAlert(key, { alertId: alert.id, reason: "fixed", note: null })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
