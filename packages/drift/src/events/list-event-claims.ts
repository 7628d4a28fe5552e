import { DomainError, requirePermission } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { claimsAtPlace, eventPlaceSql } from "../read/claims-at-place.ts";
import type { EventPlace } from "../read/claims-at-place.ts";
import type { EventClaimsDto, ListEventClaimsInput } from "../schemas.ts";

/** The dearest claims behind a change in its current window, without patient data. */
export async function listEventClaims(ctx: CustomerCtx, input: ListEventClaimsInput): Promise<EventClaimsDto> {
  requirePermission(ctx.actor, "drift:read");
  return readInCustomer(ctx, async (query) => {
    const row = await query.row<{ place: EventPlace | null }>("drift-event-place", `SELECT ${eventPlaceSql("$1", "$2")} AS place`, [
      ctx.customerId,
      input.driftEventId,
    ]);
    if (!row?.place) throw new DomainError("NOT_FOUND");
    return claimsAtPlace(ctx, row.place, input.limit);
  });
}
