import { actorText } from "@upstream/core";
import { executeSql, sql } from "@upstream/db";
import type { CustomerCtx, Tx } from "@upstream/db";
import type { AlertStanding } from "../evaluate/next-state.ts";
import type { StandingRow } from "./alert-row.ts";
import type { Verdict } from "./judgment-schemas.ts";

/** Writes what a verdict did to its alert, with the line of the log, in one statement. */
export async function writeVerdictStep(
  tx: Tx,
  ctx: CustomerCtx,
  step: { before: StandingRow; next: AlertStanding; verdict: Verdict },
): Promise<void> {
  const { before, next, verdict } = step;
  const now = ctx.clock.now();
  await executeSql(
    tx,
    sql`WITH logged AS (
        INSERT INTO alert_transitions (customer_id, id, alert_id, action, from_state, to_state, actor, detail, at)
        VALUES (${ctx.customerId}::uuid, gen_random_uuid(), ${before.id}::uuid, 'judge', ${before.state}, ${next.state}, ${actorText(ctx.actor)}, ${verdict}, ${now})
      )
      UPDATE alerts SET state = ${next.state}, assignee_user_id = ${next.assigneeUserId}::uuid, snoozed_until = ${next.snoozedUntil}::timestamptz,
        follow_up_on = ${next.followUpOn}::date, resolution = ${next.resolution}, acknowledged_at = ${next.acknowledgedAt}::timestamptz,
        resolved_at = ${next.resolvedAt}::timestamptz, version = version + 1, updated_at = ${now}
      WHERE customer_id = ${ctx.customerId}::uuid AND id = ${before.id}::uuid`,
  );
}
