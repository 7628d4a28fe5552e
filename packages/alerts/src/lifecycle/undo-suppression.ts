import { actorText, DomainError, requirePermission } from "@upstream/core";
import { inCustomer, querySql, recordEvents, sql } from "@upstream/db";
import type { CustomerCtx, Tx } from "@upstream/db";
import { messageOfAlert } from "../channels/message-of-alert.ts";
import { insertDeliveries } from "../deliveries/new-delivery.ts";
import { planAlertDeliveries } from "../deliveries/alert-deliveries.ts";
import type { ChannelTarget } from "../deliveries/alert-deliveries.ts";
import { alertRaised, deliveryDue } from "../events.ts";
import { alertColumns, alertTables, toAlertDto } from "./alert-row.ts";
import type { AlertRow } from "./alert-row.ts";
import type { AlertDto, SuppressionRef } from "./alert-schemas.ts";
import { emitAudits } from "./emit-audits.ts";
import type { AlertEvidence } from "./evidence-schemas.ts";

type KeptQuiet = AlertRow & {
  evidence: AlertEvidence;
  raisedSentence: string;
  usesAllChannels: boolean;
  channelIds: string[];
  slug: string;
  channels: ChannelTarget[];
};

/** Brings a kept-quiet alert out as if it had not been suppressed: it opens, people are told, and what muted its kind is cleared. */
export async function undoSuppression(ctx: CustomerCtx, input: SuppressionRef): Promise<AlertDto> {
  requirePermission(ctx.actor, "alerts:write");
  const now = ctx.clock.now();
  return inCustomer(ctx, async (tx) => {
    const quiet = await lockKeptQuiet(tx, ctx, input.suppressionId);
    if (quiet.state !== "suppressed") throw new DomainError("CONFLICT", { reason: "not-suppressed" });
    await release(tx, ctx, { suppressionId: input.suppressionId, alertId: quiet.id });
    const message = messageOfAlert({ ...quiet, alertId: quiet.id, evidence: tellable(quiet) }, quiet.slug);
    const planned = planAlertDeliveries(
      [{ message, impactCents: quiet.impactCents, usesAllChannels: quiet.usesAllChannels, channelIds: quiet.channelIds }],
      quiet.channels,
    );
    const { targets } = await insertDeliveries(tx, ctx, planned);
    await emitAudits(tx, [
      {
        action: "suppression.undo",
        entity: "alert",
        entityId: quiet.id,
        payload: { suppressionId: input.suppressionId, deliveries: planned.length },
      },
    ]);
    await recordEvents(tx, ctx, [alertRaised({ alertId: quiet.id }), ...targets.map((targetKey) => deliveryDue({ targetKey }))]);
    return toAlertDto({ ...quiet, state: "open" }, now);
  });
}

/** The evidence of the raising, without its figures where the change has been measured again since: a message holds one measurement. */
function tellable({ evidence, sentence, raisedSentence }: KeptQuiet): AlertEvidence {
  return sentence === raisedSentence ? evidence : { ...evidence, baseline: null, current: null };
}

async function lockKeptQuiet(tx: Tx, ctx: CustomerCtx, suppressionId: string): Promise<KeptQuiet> {
  const [row] = await querySql<KeptQuiet>(
    tx,
    sql`SELECT ${alertColumns}, a.evidence, a.sentence AS "raisedSentence", r.uses_all_channels AS "usesAllChannels", r.channel_ids::text[] AS "channelIds", c.slug,
        COALESCE((SELECT json_agg(json_build_object('id', h.id, 'kind', h.kind, 'config', h.config)) FROM channels h
          WHERE h.customer_id = a.customer_id AND h.is_enabled AND h.deleted_at IS NULL), '[]'::json) AS channels
      FROM suppressions s JOIN ${alertTables} ON a.customer_id = s.customer_id AND a.id = s.alert_id
      JOIN alert_rules r ON r.customer_id = a.customer_id AND r.id = a.alert_rule_id JOIN customers c ON c.id = s.customer_id
      WHERE s.customer_id = ${ctx.customerId}::uuid AND s.id = ${suppressionId}::uuid AND s.undone_at IS NULL FOR UPDATE OF s, a`,
  );
  if (!row) throw new DomainError("NOT_FOUND");
  return row;
}

async function release(tx: Tx, ctx: CustomerCtx, of: { suppressionId: string; alertId: string }): Promise<void> {
  const now = ctx.clock.now();
  const by = actorText(ctx.actor);
  await querySql(
    tx,
    sql`WITH undone AS (
        UPDATE suppressions SET undone_at = GREATEST(${now}::timestamptz, created_at), undone_by = ${by}
        WHERE customer_id = ${ctx.customerId}::uuid AND id = ${of.suppressionId}::uuid
      ), logged AS (
        INSERT INTO alert_transitions (customer_id, id, alert_id, action, from_state, to_state, actor, at)
        VALUES (${ctx.customerId}::uuid, gen_random_uuid(), ${of.alertId}::uuid, 'release', 'suppressed', 'open', ${by}, ${now})
      )
      UPDATE alerts SET state = 'open', announced_at = ${now}, version = version + 1, updated_at = ${now}
      WHERE customer_id = ${ctx.customerId}::uuid AND id = ${of.alertId}::uuid RETURNING id::text`,
  );
}
