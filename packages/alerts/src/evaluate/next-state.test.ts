import { expect, it } from "vitest";
import { nextState, stateAt } from "./next-state.ts";
import type { AlertAction, AlertStanding } from "./next-state.ts";

const now = new Date("2026-05-20T12:00:00Z");
const earlier = new Date("2026-05-19T12:00:00Z");
const later = new Date("2026-05-25T12:00:00Z");
const open: AlertStanding = {
  state: "open",
  assigneeUserId: null,
  snoozedUntil: null,
  followUpOn: null,
  resolution: null,
  announcedAt: earlier,
  acknowledgedAt: null,
  resolvedAt: null,
};
const taken: AlertStanding = { ...open, state: "acknowledged", assigneeUserId: "u1", acknowledgedAt: earlier };
const snoozed: AlertStanding = { ...taken, state: "snoozed", snoozedUntil: later };
const lapsed: AlertStanding = { ...snoozed, snoozedUntil: earlier };
const resolved: AlertStanding = { ...taken, state: "resolved", resolution: "fixed", resolvedAt: earlier };
const quiet: AlertStanding = { ...open, state: "suppressed", announcedAt: null };

const acknowledge: AlertAction = { type: "acknowledge", userId: "u2" };
const assign: AlertAction = { type: "assign", userId: "u3" };
const unassign: AlertAction = { type: "assign", userId: null };
const snooze: AlertAction = { type: "snooze", until: later };
const resolve: AlertAction = { type: "resolve", reason: "appealed" };
const reopen: AlertAction = { type: "reopen" };
const release: AlertAction = { type: "release" };
const followUp: AlertAction = { type: "follow-up", userId: "u2", dueOn: "2026-06-01" };

const moves: [string, AlertStanding, AlertAction, Partial<AlertStanding>][] = [
  ["open, acknowledge", open, acknowledge, { state: "acknowledged", assigneeUserId: "u2", acknowledgedAt: now }],
  ["open, assign", open, assign, { state: "acknowledged", assigneeUserId: "u3", acknowledgedAt: now }],
  ["open, snooze", open, snooze, { state: "snoozed", snoozedUntil: later }],
  ["open, resolve", open, resolve, { state: "resolved", resolution: "appealed", resolvedAt: now }],
  ["open, follow-up", open, followUp, { state: "acknowledged", assigneeUserId: "u2", followUpOn: "2026-06-01" }],
  ["taken, acknowledge by another", taken, acknowledge, { state: "acknowledged", assigneeUserId: "u2", acknowledgedAt: earlier }],
  ["taken, unassign", taken, unassign, { state: "acknowledged", assigneeUserId: null }],
  ["taken, follow-up keeps the owner", taken, followUp, { assigneeUserId: "u1", followUpOn: "2026-06-01" }],
  ["taken, reopen gives it back", taken, reopen, { state: "open", assigneeUserId: null, acknowledgedAt: null }],
  ["snoozed, acknowledge wakes it", snoozed, acknowledge, { state: "acknowledged", snoozedUntil: null }],
  ["snoozed, reopen wakes it", snoozed, reopen, { state: "acknowledged", snoozedUntil: null, assigneeUserId: "u1" }],
  ["snooze run out, resolve", lapsed, resolve, { state: "resolved", snoozedUntil: null }],
  ["resolved, reopen", resolved, reopen, { state: "acknowledged", resolution: null, resolvedAt: null }],
  ["resolved, follow-up only sets the date", resolved, followUp, { state: "resolved", resolution: "fixed", followUpOn: "2026-06-01" }],
  ["suppressed, release", quiet, release, { state: "open", announcedAt: now }],
];

it.each(moves)("moves %s", (_name, alert, action, expected) => {
  const step = nextState(alert, action, now);
  expect(step).toMatchObject({ ok: true, isChange: true, next: expected });
});

it.each([
  ["acknowledged by its owner again", taken, { type: "acknowledge", userId: "u1" }],
  ["resolved again", resolved, resolve],
  ["open, reopened", open, reopen],
] as [string, AlertStanding, AlertAction][])("changes nothing when %s", (_name, alert, action) => {
  expect(nextState(alert, action, now)).toMatchObject({ ok: true, isChange: false });
});

it.each([
  ["resolved, acknowledge", resolved, acknowledge, "resolved"],
  ["resolved, assign", resolved, assign, "resolved"],
  ["resolved, snooze", resolved, snooze, "resolved"],
  ["suppressed, acknowledge", quiet, acknowledge, "suppressed"],
  ["suppressed, resolve", quiet, resolve, "suppressed"],
  ["suppressed, reopen", quiet, reopen, "suppressed"],
  ["open, release", open, release, "not-suppressed"],
  ["open, snooze into the past", open, { type: "snooze", until: earlier }, "past"],
  ["open, snooze for years", open, { type: "snooze", until: new Date("2030-01-01T00:00:00Z") }, "too-far"],
] as [string, AlertStanding, AlertAction, string][])("refuses %s", (_name, alert, action, reason) => {
  expect(nextState(alert, action, now)).toEqual({ ok: false, reason });
});

it("counts a snooze that has run out as over", () => {
  expect(stateAt(lapsed, now)).toBe("acknowledged");
  expect(stateAt({ ...lapsed, acknowledgedAt: null }, now)).toBe("open");
  expect(stateAt(snoozed, now)).toBe("snoozed");
});
