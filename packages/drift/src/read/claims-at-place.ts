import { listSegmentClaims } from "@upstream/claims";
import type { ClaimDto } from "@upstream/claims/schemas";
import { addDays, requirePermission } from "@upstream/core";
import type { Page, PayerId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import type { Measured } from "../events/event-state.ts";
import { signalOf } from "../signals/index.ts";
import type { SignalId } from "../signals/signal-ids.ts";
import { windowDates } from "../signals/words.ts";

/** Where a change is seen: segment, signal and the window it was last measured in. */
export type EventPlace = { signal: SignalId; payerId: PayerId; cptGroup: string | null; measured: Measured };

/** SQL of the place of one drift event as JSON, null when it is gone; `customer` and `event` are SQL expressions. */
export function eventPlaceSql(customer: string, event: string): string {
  return `(SELECT json_build_object('signal', p.signal, 'payerId', p.payer_id, 'cptGroup', p.cpt_group, 'measured', p.measured)
    FROM drift_events p WHERE p.customer_id = ${customer} AND p.id = ${event})`;
}

/** Claims at a place, the dearest first, without patient data. */
export async function claimsAtPlace(
  ctx: CustomerCtx,
  place: EventPlace,
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<ClaimDto>> {
  requirePermission(ctx.actor, "claims:read");
  const { from, to } = windowDates(place.measured.on, place.measured.window);
  const outcome = signalOf(place.signal).unit === "rate" ? "DENIED" : undefined;
  const { payerId, cptGroup } = place;
  return listSegmentClaims(ctx, { payerId, cptGroup, decidedFrom: from, decidedBefore: addDays(to, 1), outcome, ...page });
}
