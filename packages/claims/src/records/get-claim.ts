import { requirePermission } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import type { ClaimDetailDto, ClaimIdInput } from "../schemas.ts";
import { toClaimDetailDto } from "./claim-dto.ts";
import { loadClaim } from "./load-claim.ts";
import { openPerson, personFields } from "./open-person.ts";

/** One claim; a person's values stay closed, only the names of the fields on file are told. */
export async function getClaim(ctx: CustomerCtx, input: ClaimIdInput): Promise<ClaimDetailDto> {
  requirePermission(ctx.actor, "claims:read");
  const row = await loadClaim(ctx, input.claimId);
  const person = openPerson(ctx, row.identity, row.phi);
  return toClaimDetailDto(
    row,
    personFields.filter((field) => person[field] !== null),
  );
}
