import { can, permissions } from "@upstream/core";
import { actorOf, isInCustomer } from "@upstream/tenancy";
import type { Principal } from "@upstream/tenancy";
import type { MeDto } from "@upstream/tenancy/schemas";

/** Who is calling, in which customer, and what they may do there. */
export function toMeDto(principal: Exclude<Principal, { kind: "anonymous" }>): MeDto {
  const inside = isInCustomer(principal) ? principal : undefined;
  const actor = inside === undefined ? undefined : actorOf(inside);
  const isStaff = principal.kind === "superuser" || (principal.kind === "member" && principal.isSuperuser);
  return {
    kind: principal.kind === "apiKey" ? "apiKey" : isStaff ? "superuser" : "user",
    userId: principal.kind === "apiKey" ? null : principal.userId,
    name: principal.name,
    email: principal.kind === "apiKey" ? null : principal.email,
    role: principal.kind === "user" || principal.kind === "apiKey" ? principal.role : null,
    customer: inside === undefined ? null : { id: inside.customerId, name: inside.customerName, slug: inside.customerSlug, timeZone: inside.timeZone },
    permissions: actor === undefined ? [] : permissions.filter((permission) => can(actor, permission)),
  };
}
