import { newId } from "@upstream/core";
import { keyText } from "./expressions.ts";
import type { Sql } from "./jobs-db.ts";
import { jsonText } from "./json-text.ts";
import type { LearnedFunction } from "./learn-functions.ts";
import type { EventRecord } from "./protocol.ts";

export type NewRun = { fn: LearnedFunction; event: EventRecord; parent?: { runId: string; stepId: string } | undefined };

/** For as long as this an event id or idempotency key starts a function once, in milliseconds. */
export const DEDUPE_MS = 24 * 3_600_000;

function toRow({ fn, event, parent }: NewRun): Record<string, unknown> {
  const scope = { event };
  return {
    id: newId(),
    functionId: fn.id,
    event,
    idempotencyKey: fn.idempotency === undefined || parent !== undefined ? null : keyText(fn.idempotency, scope),
    concurrencyKeys: fn.concurrency.map((limit) => (limit.key === undefined ? "" : (keyText(limit.key, scope) ?? ""))),
    parentRunId: parent?.runId ?? null,
    parentStepId: parent?.stepId ?? null,
  };
}

const FORGET_OLD_KEYS = `
UPDATE jobs.runs SET idempotency_key = NULL FROM jsonb_to_recordset($1::jsonb) AS r("functionId" text, "idempotencyKey" text)
WHERE function_id = r."functionId" AND idempotency_key = r."idempotencyKey" AND created_at <= $2`;

const INSERT = `
INSERT INTO jobs.runs (id, function_id, event, idempotency_key, concurrency_keys, parent_run_id, parent_step_id, due_at, created_at)
SELECT r.id, r."functionId", r.event, r."idempotencyKey", ARRAY(SELECT jsonb_array_elements_text(r."concurrencyKeys")), r."parentRunId", r."parentStepId", $2, $2
FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "functionId" text, event jsonb, "idempotencyKey" text, "concurrencyKeys" jsonb, "parentRunId" uuid, "parentStepId" text)
ON CONFLICT (function_id, idempotency_key) DO NOTHING RETURNING id`;

/** Creates due runs; one whose idempotency key was used within a day is left out. Answers with the ids of those created. */
export async function startRuns(sql: Sql, runs: NewRun[], now: Date): Promise<string[]> {
  if (runs.length === 0) return [];
  const rows = runs.map(toRow);
  const text = jsonText(rows);
  if (rows.some((row) => row["idempotencyKey"] !== null)) await sql(FORGET_OLD_KEYS, [text, new Date(now.getTime() - DEDUPE_MS)]);
  const created = await sql<{ id: string }>(INSERT, [text, now]);
  return created.map((row) => row.id);
}
