import type { AlertId, DriftEventId, UserId } from "@upstream/core";
import { sql } from "@upstream/db";
import type { Sql } from "@upstream/db";
import { currentFigures } from "@upstream/drift";
import { stateAt } from "../evaluate/next-state.ts";
import type { AlertStanding } from "../evaluate/next-state.ts";
import type { AlertDto } from "./alert-schemas.ts";

/** Sentence and dollars of an alert are one measurement: the newest while it stands, that of its raising once it is resolved. */
function standing(raised: Sql, now: Sql): Sql {
  return sql`CASE WHEN n.sentence IS NULL THEN ${raised} ELSE ${now} END`;
}

export const shownSentence = sql`COALESCE(n.sentence, a.sentence)`;
export const shownImpactCents = standing(sql`a.impact_cents`, sql`n.impact_cents`);

/** An estimate can come and go while a change is measured; money of durations is held back, other money at stake. */
const shownImpactKind = sql`CASE WHEN ${shownImpactCents} IS NULL THEN 'unknown' WHEN a.impact_kind <> 'unknown' THEN a.impact_kind
    WHEN a.evidence->>'unit' = 'days' THEN 'held-back' ELSE 'at-stake' END`;

/** Select list of an alert in a list; types are cast so that both doors read the same. */
export const alertColumns = sql`a.id::text AS id, a.state, a.severity, a.signal, a.payer, a.cpt_group AS "cptGroup", a.is_harm AS "isHarm", a.cause,
    ${shownSentence} AS sentence, ${shownImpactKind} AS "impactKind", ${shownImpactCents}::float8 AS "impactCents",
    ${standing(sql`a.impact_low_cents`, sql`n.impact_low_cents`)}::float8 AS "impactLowCents",
    ${standing(sql`a.impact_high_cents`, sql`n.impact_high_cents`)}::float8 AS "impactHighCents", a.assignee_user_id::text AS "assigneeUserId", u.name AS "assigneeName",
    a.raised_at AS "raisedAt", a.acknowledged_at AS "acknowledgedAt", a.snoozed_until AS "snoozedUntil", a.follow_up_on::text AS "followUpOn",
    a.drift_event_id::text AS "driftEventId"`;

export const alertTables = sql`alerts a LEFT JOIN users u ON u.id = a.assignee_user_id LEFT JOIN LATERAL ${currentFigures} n ON a.state <> 'resolved'`;

export type AlertRow = Omit<AlertDto, "raisedAt" | "snoozedUntil"> & {
  raisedAt: Date;
  snoozedUntil: Date | null;
  acknowledgedAt: Date | null;
};

export function toAlertDto(row: AlertRow, now: Date): AlertDto {
  const state = stateAt(row, now);
  return {
    id: row.id as AlertId,
    state,
    severity: row.severity,
    signal: row.signal,
    payer: row.payer,
    cptGroup: row.cptGroup,
    isHarm: row.isHarm,
    cause: row.cause,
    sentence: row.sentence,
    impactKind: row.impactKind,
    impactCents: row.impactCents,
    impactLowCents: row.impactLowCents,
    impactHighCents: row.impactHighCents,
    assigneeUserId: row.assigneeUserId as UserId | null,
    assigneeName: row.assigneeName,
    raisedAt: row.raisedAt.toISOString(),
    snoozedUntil: state === "snoozed" ? (row.snoozedUntil?.toISOString() ?? null) : null,
    followUpOn: row.followUpOn,
    driftEventId: row.driftEventId as DriftEventId,
  };
}

export type StandingRow = AlertStanding & { id: string };

/** The part of a locked row that moves. */
export function standingOf(row: StandingRow): AlertStanding {
  const { state, assigneeUserId, snoozedUntil, followUpOn, resolution, announcedAt, acknowledgedAt, resolvedAt } = row;
  return { state, assigneeUserId, snoozedUntil, followUpOn, resolution, announcedAt, acknowledgedAt, resolvedAt };
}
