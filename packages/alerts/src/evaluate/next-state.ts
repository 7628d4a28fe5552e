import type { AlertState, Resolution } from "../lifecycle/alert-schemas.ts";

/** The part of an alert that moves. */
export type AlertStanding = {
  state: AlertState;
  assigneeUserId: string | null;
  snoozedUntil: Date | null;
  followUpOn: string | null;
  resolution: Resolution | null;
  announcedAt: Date | null;
  acknowledgedAt: Date | null;
  resolvedAt: Date | null;
};

export type AlertAction =
  | { type: "acknowledge"; userId: string | null }
  | { type: "assign"; userId: string | null }
  | { type: "snooze"; until: Date }
  | { type: "resolve"; reason: Resolution }
  | { type: "reopen" }
  | { type: "release" }
  | { type: "follow-up"; userId: string | null; dueOn: string | null };

export type Refusal = "resolved" | "suppressed" | "not-suppressed" | "past" | "too-far";
export type StateStep = { ok: true; next: AlertStanding; isChange: boolean } | { ok: false; reason: Refusal };

const longestSnoozeMs = 366 * 24 * 3_600_000;

/** The state an alert is in at an instant: a snooze that has run out is over without anybody touching the alert. */
export function stateAt(alert: Pick<AlertStanding, "state" | "snoozedUntil" | "acknowledgedAt">, now: Date): AlertState {
  if (alert.state !== "snoozed" || alert.snoozedUntil === null || alert.snoozedUntil > now) return alert.state;
  return alert.acknowledgedAt === null ? "open" : "acknowledged";
}

/** The only place that knows how alerts move; `isChange` is false when the action finds its work already done. */
export function nextState(alert: AlertStanding, action: AlertAction, now: Date): StateStep {
  const state = stateAt(alert, now);
  if (action.type === "release")
    return state === "suppressed" ? moved(alert, { ...awake(alert), state: "open", announcedAt: now }) : refused("not-suppressed");
  if (state === "suppressed") return refused("suppressed");
  if (action.type === "reopen") return moved(alert, reopened(alert, state));
  if (state === "resolved") return action.type === "resolve" || action.type === "follow-up" ? stays(alert, action) : refused("resolved");
  switch (action.type) {
    case "acknowledge":
      return moved(alert, acknowledged(alert, action.userId ?? alert.assigneeUserId, now));
    case "assign":
      return moved(alert, action.userId === null ? { ...alert, assigneeUserId: null } : acknowledged(alert, action.userId, now));
    case "snooze":
      return snoozed(alert, action.until, now);
    case "resolve":
      return moved(alert, { ...awake(alert), state: "resolved", resolution: action.reason, resolvedAt: now });
    case "follow-up":
      return moved(alert, { ...acknowledged(alert, alert.assigneeUserId ?? action.userId, now), followUpOn: action.dueOn });
  }
}

function acknowledged(alert: AlertStanding, userId: string | null, now: Date): AlertStanding {
  return { ...awake(alert), state: "acknowledged", assigneeUserId: userId, acknowledgedAt: alert.acknowledgedAt ?? now };
}

function snoozed(alert: AlertStanding, until: Date, now: Date): StateStep {
  if (until <= now) return refused("past");
  if (until.getTime() - now.getTime() > longestSnoozeMs) return refused("too-far");
  return moved(alert, { ...alert, state: "snoozed", snoozedUntil: until });
}

/** One step back: a resolved or snoozed alert returns to where it was, an acknowledged one to nobody. */
function reopened(alert: AlertStanding, state: AlertState): AlertStanding {
  const back: AlertStanding = { ...awake(alert), resolution: null, resolvedAt: null };
  if (state === "open" || state === "acknowledged") return { ...back, state: "open", assigneeUserId: null, acknowledgedAt: null };
  return { ...back, state: alert.acknowledgedAt === null ? "open" : "acknowledged" };
}

function awake(alert: AlertStanding): AlertStanding {
  return { ...alert, snoozedUntil: null };
}

function stays(alert: AlertStanding, action: AlertAction): StateStep {
  if (action.type === "follow-up") return moved(alert, { ...alert, followUpOn: action.dueOn });
  return { ok: true, next: alert, isChange: false };
}

function moved(before: AlertStanding, next: AlertStanding): StateStep {
  return { ok: true, next, isChange: JSON.stringify(before) !== JSON.stringify(next) };
}

function refused(reason: Refusal): StateStep {
  return { ok: false, reason };
}
