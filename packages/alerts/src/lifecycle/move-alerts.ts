import { actorText } from "@upstream/core";
import type { AlertId } from "@upstream/core";
import { executeSql, querySql, recordEvents, sql } from "@upstream/db";
import type { CustomerCtx, Tx } from "@upstream/db";
import { nextState } from "../evaluate/next-state.ts";
import type { AlertAction, AlertStanding } from "../evaluate/next-state.ts";
import { alertResolved } from "../events.ts";
import { emitAudits } from "./emit-audits.ts";
import { standingOf } from "./alert-row.ts";
import type { StandingRow } from "./alert-row.ts";

/** The word of the log for each action. */
export type TransitionWord = "acknowledge" | "assign" | "snooze" | "resolve" | "reopen" | "judge" | "release";

export type Move = {
  alertIds: readonly AlertId[];
  action: AlertAction;
  word: TransitionWord;
  detail?: string | null | undefined;
};

export type MoveResult = { changed: AlertId[]; skipped: { alertId: AlertId; reason: string }[] };

type Step = { id: string; from: string; next: AlertStanding };

/** Moves any number of alerts by one action: a load with locks, one update with its log, one audit batch, one batch of events. */
export async function moveAlerts(tx: Tx, ctx: CustomerCtx, move: Move): Promise<MoveResult> {
  const now = ctx.clock.now();
  const rows = await lockAlerts(tx, ctx, move.alertIds);
  const known = new Map(rows.map((row) => [row.id, row]));
  const result: MoveResult = { changed: [], skipped: [] };
  const steps: Step[] = [];
  for (const alertId of new Set(move.alertIds)) {
    const row = known.get(alertId);
    const step = row === undefined ? ({ ok: false, reason: "not-found" } as const) : nextState(standingOf(row), move.action, now);
    if (row === undefined || !step.ok) result.skipped.push({ alertId, reason: step.ok ? "not-found" : step.reason });
    else if (!step.isChange) result.skipped.push({ alertId, reason: "same" });
    else {
      steps.push({ id: alertId, from: row.state, next: step.next });
      result.changed.push(alertId);
    }
  }
  if (steps.length > 0) await writeSteps(tx, ctx, move, steps);
  return result;
}

async function lockAlerts(tx: Tx, ctx: CustomerCtx, alertIds: readonly string[]): Promise<StandingRow[]> {
  return querySql<StandingRow>(
    tx,
    sql`SELECT id::text AS id, state, assignee_user_id::text AS "assigneeUserId", snoozed_until AS "snoozedUntil", follow_up_on::text AS "followUpOn",
        resolution, announced_at AS "announcedAt", acknowledged_at AS "acknowledgedAt", resolved_at AS "resolvedAt"
      FROM alerts WHERE customer_id = ${ctx.customerId}::uuid AND id = ANY(${[...alertIds]}::uuid[]) ORDER BY id FOR UPDATE`,
  );
}

async function writeSteps(tx: Tx, ctx: CustomerCtx, move: Move, steps: readonly Step[]): Promise<void> {
  const now = ctx.clock.now();
  const rows = JSON.stringify(steps.map((step) => ({ id: step.id, from_state: step.from, ...columnsOf(step.next) })));
  await executeSql(
    tx,
    sql`WITH step AS (
        SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS s(id uuid, from_state text, state text, assignee_user_id uuid, snoozed_until timestamptz,
          follow_up_on date, resolution text, announced_at timestamptz, acknowledged_at timestamptz, resolved_at timestamptz)
      ), logged AS (
        INSERT INTO alert_transitions (customer_id, id, alert_id, action, from_state, to_state, actor, detail, at)
        SELECT ${ctx.customerId}::uuid, gen_random_uuid(), s.id, ${move.word}, s.from_state, s.state, ${actorText(ctx.actor)}, ${move.detail ?? null}, ${now} FROM step s
      )
      UPDATE alerts a SET state = s.state, assignee_user_id = s.assignee_user_id, snoozed_until = s.snoozed_until, follow_up_on = s.follow_up_on,
        resolution = s.resolution, announced_at = s.announced_at, acknowledged_at = s.acknowledged_at, resolved_at = s.resolved_at,
        version = a.version + 1, updated_at = ${now}
      FROM step s WHERE a.customer_id = ${ctx.customerId}::uuid AND a.id = s.id`,
  );
  await emitAudits(
    tx,
    steps.map((step) => ({
      action: `alert.${move.word}`,
      entity: "alert",
      entityId: step.id,
      payload: { from: step.from, to: step.next.state },
    })),
  );
  const ended = steps.filter((step) => step.from !== "resolved" && step.next.state === "resolved" && step.next.announcedAt !== null);
  if (ended.length > 0)
    await recordEvents(
      tx,
      ctx,
      ended.map((step) => alertResolved({ alertId: step.id })),
    );
}

function columnsOf(next: AlertStanding) {
  return {
    state: next.state,
    assignee_user_id: next.assigneeUserId,
    snoozed_until: next.snoozedUntil,
    follow_up_on: next.followUpOn,
    resolution: next.resolution,
    announced_at: next.announcedAt,
    acknowledged_at: next.acknowledgedAt,
    resolved_at: next.resolvedAt,
  };
}
