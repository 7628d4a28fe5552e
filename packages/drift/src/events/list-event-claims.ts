import { sampleClaims } from "@upstream/claims";
import { addDays, DomainError, requirePermission, type PayerId } from "@upstream/core";
import { readInCustomer, type CustomerCtx, type ReadQuery } from "@upstream/db";
import type { EventClaimsDto, ListEventClaimsInput } from "../schemas.ts";
import { signalOf } from "../signals/index.ts";
import type { SignalId } from "../signals/signal-ids.ts";
import { windowDates } from "../signals/words.ts";
import type { Measured } from "./event-state.ts";

type PlaceRow = { signal: SignalId; payerId: PayerId; cptGroup: string | null; measured: Measured };

const placeSql = `SELECT signal, payer_id::text AS "payerId", cpt_group AS "cptGroup", measured FROM drift_events WHERE customer_id = $1 AND id = $2`;

async function readClaims(query: ReadQuery, ctx: CustomerCtx, input: ListEventClaimsInput): Promise<EventClaimsDto> {
  const row = await query.row<PlaceRow>("drift-event-place", placeSql, [ctx.customerId, input.driftEventId]);
  if (row === undefined) throw new DomainError("NOT_FOUND");
  const { from, to } = windowDates(row.measured.on, row.measured.window);
  const outcome = signalOf(row.signal).unit === "rate" ? "DENIED" : undefined;
  const place = { payerId: row.payerId, cptGroup: row.cptGroup, decidedFrom: from, decidedBefore: addDays(to, 1) };
  return { items: await sampleClaims(ctx, { ...place, outcome, limit: input.limit }) };
}

/** The dearest claims behind a change in its current window, without patient data. */
export async function listEventClaims(ctx: CustomerCtx, input: ListEventClaimsInput): Promise<EventClaimsDto> {
  requirePermission(ctx.actor, "drift:read");
  requirePermission(ctx.actor, "claims:read");
  return readInCustomer(ctx, (query) => readClaims(query, ctx, input));
}
