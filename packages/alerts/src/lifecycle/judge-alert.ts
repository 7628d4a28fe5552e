import { actorText, DomainError, invalidField, newId, requirePermission, todayIn } from "@upstream/core";
import type { Id } from "@upstream/core";
import { emitAudit, inCustomer, querySql, recordEvent, sql } from "@upstream/db";
import type { CustomerCtx, Tx } from "@upstream/db";
import { nextState, stateAt } from "../evaluate/next-state.ts";
import type { AlertAction, AlertStanding, StateStep } from "../evaluate/next-state.ts";
import { alertResolved } from "../events.ts";
import { actingUser } from "./acting-user.ts";
import { standingOf } from "./alert-row.ts";
import type { StandingRow } from "./alert-row.ts";
import { judgmentJson, toJudgmentDto } from "./judgment-row.ts";
import type { JudgmentJson } from "./judgment-row.ts";
import type { JudgeAlertInput, JudgeAlertResult } from "./judgment-schemas.ts";
import { keyHistorySql, toKeyHistory } from "./key-history.ts";
import type { KeyHistoryJson } from "./key-history.ts";
import { judgmentEffectOf } from "./suppression-text.ts";
import { writeVerdictStep } from "./write-verdict-step.ts";

type LoadedRow = StandingRow & { dedupeKey: string; timeZone: string };

/**
 * Saves the operator's one verdict on an alert; an earlier version is kept. Noise resolves it, real takes it, a follow-up takes it
 * with a due date. Nothing is sent again; the answer says what the verdict does to later alerts of the kind.
 */
export async function judgeAlert(ctx: CustomerCtx, input: JudgeAlertInput): Promise<JudgeAlertResult> {
  requirePermission(ctx.actor, "alerts:write");
  const now = ctx.clock.now();
  return inCustomer(ctx, async (tx) => {
    const alert = await lockAlert(tx, ctx, input);
    const { dedupeKey: key, timeZone, ...before } = alert;
    if (input.recoveredOn !== null && input.recoveredOn > todayIn(timeZone, now))
      throw invalidField("/recoveredOn", "future", "Nothing is recovered on a day that has not come");
    await saveJudgment(tx, ctx, input);
    const step = stepFor(before, input, ctx);
    if (step?.ok === true && step.isChange) await writeVerdictStep(tx, ctx, { before, next: step.next, verdict: input.verdict });
    await emitAudit(tx, ctx, {
      action: "alert.judge",
      entity: "alert",
      entityId: input.alertId,
      payload: { verdict: input.verdict, reasons: input.reasons, recoveredCents: input.recoveredCents, recoveredOn: input.recoveredOn },
    });
    if (step?.ok === true && step.next.state === "resolved" && before.state !== "resolved")
      await recordEvent(tx, ctx, alertResolved({ alertId: input.alertId }));
    const { judgment, history } = await readBack(tx, ctx, { alertId: input.alertId, key });
    const effect = judgmentEffectOf({ ...toKeyHistory(history), verdict: input.verdict, followUpOn: input.followUpOn, now, timeZone });
    return { judgment: toJudgmentDto(judgment), effect };
  });
}

async function lockAlert(tx: Tx, ctx: CustomerCtx, input: JudgeAlertInput): Promise<LoadedRow> {
  const [row] = await querySql<LoadedRow>(
    tx,
    sql`SELECT a.id::text AS id, a.state, a.assignee_user_id::text AS "assigneeUserId", a.snoozed_until AS "snoozedUntil", a.follow_up_on::text AS "followUpOn",
        a.resolution, a.announced_at AS "announcedAt", a.acknowledged_at AS "acknowledgedAt", a.resolved_at AS "resolvedAt",
        a.dedupe_key AS "dedupeKey", c.time_zone AS "timeZone"
      FROM alerts a JOIN customers c ON c.id = a.customer_id
      WHERE a.customer_id = ${ctx.customerId}::uuid AND a.id = ${input.alertId}::uuid FOR UPDATE OF a`,
  );
  if (!row) throw new DomainError("NOT_FOUND");
  return row;
}

function stepFor(before: StandingRow, input: JudgeAlertInput, ctx: CustomerCtx): StateStep | null {
  const now = ctx.clock.now();
  const standing = standingOf(before);
  if (stateAt(standing, now) === "suppressed") return null;
  const wasNoise = standing.state === "resolved" && standing.resolution === "noise" && input.verdict !== "noise";
  const from: AlertStanding = wasNoise
    ? { ...standing, state: "acknowledged", acknowledgedAt: standing.acknowledgedAt ?? now, resolution: null, resolvedAt: null }
    : standing;
  const step = nextState(from, actionFor(input, ctx), now);
  if (!step.ok) return null;
  return { ...step, isChange: step.isChange || wasNoise };
}

function actionFor(input: JudgeAlertInput, ctx: CustomerCtx): AlertAction {
  if (input.verdict === "noise") return { type: "resolve", reason: "noise" };
  return { type: "follow-up", userId: actingUser(ctx.actor), dueOn: input.verdict === "needs-follow-up" ? input.followUpOn : null };
}

async function saveJudgment(tx: Tx, ctx: CustomerCtx, input: JudgeAlertInput): Promise<void> {
  const now = ctx.clock.now();
  const operator = actorText(ctx.actor);
  await querySql(
    tx,
    sql`WITH kept AS (
        INSERT INTO judgment_history (customer_id, id, judgment_id, verdict, reasons, recovered_cents, recovered_on, note, follow_up_on, judged_at)
        SELECT j.customer_id, gen_random_uuid(), j.id, j.verdict, j.reasons, j.recovered_cents, j.recovered_on, j.note, j.follow_up_on, j.judged_at
        FROM judgments j WHERE j.customer_id = ${ctx.customerId}::uuid AND j.alert_id = ${input.alertId}::uuid AND j.operator = ${operator}
      )
      INSERT INTO judgments AS j (customer_id, id, alert_id, operator, verdict, reasons, recovered_cents, recovered_on, note, follow_up_on, judged_at, created_at)
      VALUES (${ctx.customerId}::uuid, ${newId<Id<"judgment">>()}::uuid, ${input.alertId}::uuid, ${operator}, ${input.verdict}, ${input.reasons}::text[],
        ${input.recoveredCents}::bigint, ${input.recoveredOn}::date, ${input.note}, ${input.followUpOn}::date, ${now}, ${now})
      ON CONFLICT ON CONSTRAINT judgments_operator_key DO UPDATE SET verdict = excluded.verdict, reasons = excluded.reasons,
        recovered_cents = excluded.recovered_cents, recovered_on = excluded.recovered_on, note = excluded.note,
        follow_up_on = excluded.follow_up_on, judged_at = excluded.judged_at
      RETURNING j.id::text`,
  );
}

async function readBack(
  tx: Tx,
  ctx: CustomerCtx,
  of: { alertId: string; key: string },
): Promise<{ judgment: JudgmentJson; history: KeyHistoryJson }> {
  const [row] = await querySql<{ judgment: JudgmentJson; histories: KeyHistoryJson[] }>(
    tx,
    sql`SELECT ${judgmentJson} AS judgment, ${keyHistorySql(ctx.customerId, sql`ARRAY[${of.key}]::text[]`)} AS histories FROM judgments j
      WHERE j.customer_id = ${ctx.customerId}::uuid AND j.alert_id = ${of.alertId}::uuid AND j.operator = ${actorText(ctx.actor)}`,
  );
  const history = row?.histories[0];
  if (!row || !history) throw new DomainError("NOT_FOUND");
  return { judgment: row.judgment, history };
}
