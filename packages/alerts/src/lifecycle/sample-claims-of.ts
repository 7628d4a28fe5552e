import { can } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { claimsAtPlace } from "@upstream/drift";
import type { EventPlace } from "@upstream/drift";
import type { SampleClaim } from "./evidence-schemas.ts";

const shownClaims = 6;

/** The dearest claims behind a change, none when the event is gone or the actor may not read claims. */
export async function sampleClaimsOf(ctx: CustomerCtx, place: EventPlace | null): Promise<SampleClaim[]> {
  if (place === null || !can(ctx.actor, "claims:read")) return [];
  const { items } = await claimsAtPlace(ctx, place, { limit: shownClaims });
  return items.map((claim) => ({
    claimId: claim.id,
    cpt: claim.cpt,
    submittedOn: claim.submittedDate,
    decidedOn: claim.decidedDate,
    outcome: claim.outcome,
    reason: claim.denialReasonCode,
    facility: null,
    billedCents: claim.billedCents,
  }));
}
