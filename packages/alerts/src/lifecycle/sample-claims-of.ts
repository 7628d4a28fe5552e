import { can, DomainError } from "@upstream/core";
import type { DriftEventId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { listEventClaims } from "@upstream/drift";
import type { SampleClaim } from "./evidence-schemas.ts";

const shownClaims = 6;

/** The dearest claims behind a change, none when the event is gone or the actor may not read claims. */
export async function sampleClaimsOf(ctx: CustomerCtx, driftEventId: DriftEventId): Promise<SampleClaim[]> {
  if (!can(ctx.actor, "claims:read")) return [];
  try {
    const { items } = await listEventClaims(ctx, { driftEventId, limit: shownClaims });
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
  } catch (error) {
    if (error instanceof DomainError && error.code === "NOT_FOUND") return [];
    throw error;
  }
}
