import { DomainError, invalidField } from "@upstream/core";
import type { Outbound } from "../outbound.ts";
import { isUsableSecret } from "./signature.ts";

/** Refuses an address that must not be called, with the reason as code. */
export function checkEndpointUrl(url: string, outbound: Pick<Outbound, "checkUrl">): void {
  const verdict = outbound.checkUrl(url);
  if (!verdict.ok) {
    throw new DomainError("INVALID", {
      reason: "address-refused",
      errors: [{ pointer: "/url", code: `refused_${verdict.reason}`, detail: "This address may not be called" }],
    });
  }
}

/** Refuses a secret of a customer's own that is too short or in another form. */
export function checkOwnSecret(secret: string | undefined): void {
  if (secret !== undefined && !isUsableSecret(secret))
    throw invalidField("/secret", "weak_secret", "A secret is whsec_ and 24 to 64 bytes in base64");
}
