import type { ClaimDto } from "@upstream/claims/schemas";
import { DomainError, requirePermission } from "@upstream/core";
import type { Page } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { claimsAtPlace, eventPlaceSql } from "../read/claims-at-place.ts";
import type { EventPlace } from "../read/claims-at-place.ts";
import type { ListEventClaimsInput } from "../schemas.ts";

/** Claims behind a change in its current window, the dearest first, without patient data. */
export async function listEventClaims(ctx: CustomerCtx, input: ListEventClaimsInput): Promise<Page<ClaimDto>> {
  requirePermission(ctx.actor, "drift:read");
  return readInCustomer(ctx, async (query) => {
    const row = await query.row<{ place: EventPlace | null }>("drift-event-place", `SELECT ${eventPlaceSql("$1", "$2")} AS place`, [
      ctx.customerId,
      input.driftEventId,
    ]);
    if (!row?.place) throw new DomainError("NOT_FOUND");
    return claimsAtPlace(ctx, row.place, input);
  });
}
