import type { Actor, ApiKeyId, CustomerId, GrantId, Role, SessionId, UserId } from "@upstream/core";
import { DomainError } from "@upstream/core";

/** Who is calling, as found in the database at this request; never read from a token's claims. */
export type Principal =
  | { kind: "anonymous" }
  | {
      kind: "user";
      userId: UserId;
      sessionId: SessionId;
      name: string;
      email: string;
      customerId: CustomerId;
      customerName: string;
      customerSlug: string;
      timeZone: string;
      role: Role;
      mayRevealPhi: boolean;
    }
  | { kind: "member"; userId: UserId; sessionId: SessionId; name: string; email: string; isSuperuser: boolean }
  | {
      kind: "apiKey";
      apiKeyId: ApiKeyId;
      name: string;
      customerId: CustomerId;
      customerName: string;
      customerSlug: string;
      timeZone: string;
      role: Role;
      scope: "read" | "write";
    }
  | {
      kind: "superuser";
      userId: UserId;
      sessionId: SessionId;
      name: string;
      email: string;
      customerId: CustomerId;
      customerName: string;
      customerSlug: string;
      timeZone: string;
      grantId: GrantId;
    };

export const anonymous: Principal = { kind: "anonymous" };

/** A principal that works inside one customer. */
export type CustomerPrincipal = Extract<Principal, { customerId: CustomerId }>;

/** Whether the principal works inside one customer. */
export function isInCustomer(principal: Principal): principal is CustomerPrincipal {
  return "customerId" in principal;
}

/** The actor that the audit log will name. */
export function actorOf(principal: CustomerPrincipal): Actor {
  switch (principal.kind) {
    case "user":
      return {
        kind: "user",
        userId: principal.userId,
        role: principal.role,
        mayRevealPhi: principal.mayRevealPhi,
        sessionId: principal.sessionId,
      };
    case "apiKey":
      return { kind: "apiKey", apiKeyId: principal.apiKeyId, role: principal.role, scope: principal.scope };
    case "superuser":
      return { kind: "superuser", userId: principal.userId, grantId: principal.grantId };
  }
}

/** Throws UNAUTHENTICATED for the anonymous. */
export function requireSignedIn(principal: Principal): Exclude<Principal, { kind: "anonymous" }> {
  if (principal.kind === "anonymous") throw new DomainError("UNAUTHENTICATED");
  return principal;
}
