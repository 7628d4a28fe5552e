import { sql } from "@upstream/db";
import type { Sql } from "@upstream/db";
import type { Severity } from "../alert-rules/rule-schemas.ts";
import type { KeyHistory } from "../evaluate/suppression.ts";
import type { Verdict } from "./judgment-schemas.ts";

/** What the database says about one dedupe key; times as PostgreSQL writes them in JSON. */
export type KeyHistoryJson = {
  key: string;
  lastAnnounced: { at: string; severity: Severity; impactCents: number | null } | null;
  verdicts: { id: string; verdict: Verdict; at: string }[];
  undoneAt: string | null;
};

/** A JSON array with the history of each key of `keys` (text[]). */
export function keyHistorySql(customerId: string, keys: Sql): Sql {
  return sql`(SELECT COALESCE(json_agg(json_build_object('key', k.key,
      'lastAnnounced', (SELECT json_build_object('at', l.announced_at, 'severity', l.severity, 'impactCents', l.impact_cents) FROM alerts l
        WHERE l.customer_id = ${customerId}::uuid AND l.dedupe_key = k.key AND l.announced_at IS NOT NULL ORDER BY l.announced_at DESC LIMIT 1),
      'verdicts', COALESCE((SELECT json_agg(json_build_object('id', j.id, 'verdict', j.verdict, 'at', j.judged_at)) FROM judgments j
        JOIN alerts q ON q.customer_id = j.customer_id AND q.id = j.alert_id
        WHERE q.customer_id = ${customerId}::uuid AND q.dedupe_key = k.key), '[]'::json),
      'undoneAt', (SELECT max(s.undone_at) FROM suppressions s WHERE s.customer_id = ${customerId}::uuid AND s.dedupe_key = k.key))), '[]'::json)
    FROM (SELECT DISTINCT unnest(${keys}) AS key) k)`;
}

export function toKeyHistory(json: KeyHistoryJson): KeyHistory {
  return {
    lastAnnounced: json.lastAnnounced === null ? null : { ...json.lastAnnounced, at: new Date(json.lastAnnounced.at) },
    verdicts: json.verdicts.map((verdict) => ({ ...verdict, at: new Date(verdict.at) })),
    undoneAt: json.undoneAt === null ? null : new Date(json.undoneAt),
  };
}
