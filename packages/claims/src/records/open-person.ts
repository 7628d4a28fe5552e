import { keyIdOf, openText } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import type { RevealedPhiDto } from "../schemas.ts";

export const personFields = ["patientRef", "memberId", "patientName", "patientDob"] as const;

/** Opens a claim's envelope. Its place is the claim's identity, which an update in place never changes. */
export function openPerson(ctx: CustomerCtx, identity: Buffer, phi: Buffer | null): RevealedPhiDto {
  const empty: RevealedPhiDto = { patientRef: null, memberId: null, patientName: null, patientDob: null };
  if (phi === null) return empty;
  const place = { table: "claims", column: "phi", customerId: ctx.customerId, row: identity.toString("hex") };
  const person = JSON.parse(openText(ctx.phi.fieldKey(keyIdOf(phi), "claims", "phi"), place, phi)) as Partial<RevealedPhiDto>;
  return { ...empty, ...person };
}
