import { querySql, sql } from "@upstream/db";
import type { AnyTx, CustomerCtx } from "@upstream/db";
import type { ChannelTarget } from "../deliveries/alert-deliveries.ts";
import type { RuleRow } from "./plan-alerts.ts";

export type Evaluation = { slug: string; rules: RuleRow[]; channels: ChannelTarget[] };

/** Takes the customer's turn, so that two runs are evaluated one after the other, and loads rules and channels. */
export async function loadEvaluation(tx: AnyTx, ctx: CustomerCtx): Promise<Evaluation> {
  const [row] = await querySql<Evaluation>(
    tx,
    sql`SELECT c.slug, COALESCE((SELECT json_agg(json_build_object('id', r.id, 'signals', r.signals, 'payers', r.payers, 'cptGroups', r.cpt_groups,
          'facilities', r.facilities, 'direction', r.direction, 'minSeverity', r.min_severity, 'minEffect', r.min_effect,
          'minImpactCents', r.min_impact_cents, 'maxQ', r.max_q, 'severityLabel', r.severity_label, 'usesAllChannels', r.uses_all_channels,
          'channelIds', r.channel_ids) ORDER BY r.created_at, r.id)
        FROM alert_rules r WHERE r.customer_id = c.id AND r.is_enabled AND r.deleted_at IS NULL), '[]'::json) AS rules,
      COALESCE((SELECT json_agg(json_build_object('id', h.id, 'kind', h.kind, 'config', h.config) ORDER BY h.created_at, h.id)
        FROM channels h WHERE h.customer_id = c.id AND h.is_enabled AND h.deleted_at IS NULL), '[]'::json) AS channels,
      pg_advisory_xact_lock(hashtextextended(${`evaluate:${ctx.customerId}`}, 0))::text AS turn
      FROM customers c WHERE c.id = ${ctx.customerId}::uuid`,
  );
  return row ?? { slug: "", rules: [], channels: [] };
}
