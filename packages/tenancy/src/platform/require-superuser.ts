import { DomainError } from "@upstream/core";
import type { Principal } from "../principal.ts";

/** Throws FORBIDDEN unless the caller is the platform's own staff. */
export function requireSuperuser(principal: Principal): void {
  const isStaff = principal.kind === "superuser" || (principal.kind === "member" && principal.isSuperuser);
  if (!isStaff) throw new DomainError(principal.kind === "anonymous" ? "UNAUTHENTICATED" : "FORBIDDEN", { reason: "superuser" });
}
