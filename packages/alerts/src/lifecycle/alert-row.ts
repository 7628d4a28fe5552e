import type { AlertId, DriftEventId, UserId } from "@upstream/core";
import { sql } from "@upstream/db";
import { stateAt } from "../evaluate/next-state.ts";
import type { AlertStanding } from "../evaluate/next-state.ts";
import type { AlertDto } from "./alert-schemas.ts";

/** Select list of an alert in a list; types are cast so that both doors read the same. */
export const alertColumns = sql`a.id::text AS id, a.state, a.severity, a.signal, a.payer, a.cpt_group AS "cptGroup", a.direction, a.is_harm AS "isHarm", a.cause,
    a.sentence, a.impact_kind AS "impactKind", a.impact_cents::float8 AS "impactCents", a.impact_low_cents::float8 AS "impactLowCents",
    a.impact_high_cents::float8 AS "impactHighCents", a.assignee_user_id::text AS "assigneeUserId", u.name AS "assigneeName",
    a.raised_at AS "raisedAt", a.acknowledged_at AS "acknowledgedAt", a.snoozed_until AS "snoozedUntil", a.follow_up_on::text AS "followUpOn",
    a.drift_event_id::text AS "driftEventId"`;

export const alertTables = sql`alerts a LEFT JOIN users u ON u.id = a.assignee_user_id`;

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
    direction: row.direction,
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
