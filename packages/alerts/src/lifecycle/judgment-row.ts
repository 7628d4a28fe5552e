import type { AlertId } from "@upstream/core";
import { sql } from "@upstream/db";
import type { JudgmentDto } from "./judgment-schemas.ts";

/** JSON of one judgment `j` with its earlier versions, for details and lists; `alerts` and people are in reach of the policies. */
export const judgmentJson = sql`json_build_object('id', j.id, 'alertId', j.alert_id, 'operator', j.operator,
    'operatorName', (SELECT p.name FROM users p WHERE j.operator = 'user:' || p.id), 'verdict', j.verdict, 'reasons', j.reasons,
    'recoveredCents', j.recovered_cents, 'recoveredOn', j.recovered_on, 'note', j.note, 'followUpOn', j.follow_up_on, 'judgedAt', j.judged_at,
    'history', COALESCE((SELECT json_agg(json_build_object('verdict', h.verdict, 'reasons', h.reasons, 'recoveredCents', h.recovered_cents,
        'recoveredOn', h.recovered_on, 'note', h.note, 'followUpOn', h.follow_up_on, 'judgedAt', h.judged_at) ORDER BY h.judged_at)
      FROM judgment_history h WHERE h.customer_id = j.customer_id AND h.judgment_id = j.id), '[]'::json))`;

export type JudgmentJson = JudgmentDto;

/** Times in JSON come in the database's spelling; the DTO has one. */
export function toJudgmentDto(json: JudgmentJson): JudgmentDto {
  return {
    ...json,
    alertId: json.alertId as AlertId,
    judgedAt: isoTime(json.judgedAt),
    history: json.history.map((version) => ({ ...version, judgedAt: isoTime(version.judgedAt) })),
  };
}

/** A PostgreSQL timestamp in JSON as ISO 8601 in UTC. */
export function isoTime(text: string): string {
  return new Date(text).toISOString();
}
