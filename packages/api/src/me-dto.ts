import { can, permissions } from "@upstream/core";
import { actorOf, isInCustomer } from "@upstream/tenancy";
import type { Principal } from "@upstream/tenancy";
import type { MeDto } from "@upstream/tenancy/schemas";

type SignedIn = Exclude<Principal, { kind: "anonymous" }>;
type Person = Pick<MeDto, "kind" | "userId" | "name" | "email" | "role">;
type Place = Pick<MeDto, "customer" | "permissions">;

function personOf(principal: SignedIn): Person {
  if (principal.kind === "apiKey") return { kind: "apiKey", userId: null, name: principal.name, email: null, role: principal.role };
  const { userId, name, email } = principal;
  if (principal.kind === "user") return { kind: "user", userId, name, email, role: principal.role };
  const isStaff = principal.kind === "superuser" || principal.isSuperuser;
  return { kind: isStaff ? "superuser" : "user", userId, name, email, role: null };
}

function placeOf(principal: SignedIn): Place {
  if (!isInCustomer(principal)) return { customer: null, permissions: [] };
  const { customerId, customerName, customerSlug, timeZone } = principal;
  const actor = actorOf(principal);
  return {
    customer: { id: customerId, name: customerName, slug: customerSlug, timeZone },
    permissions: permissions.filter((permission) => can(actor, permission)),
  };
}

/** Who is calling, in which customer, and what they may do there. */
export function toMeDto(principal: SignedIn): MeDto {
  return { ...personOf(principal), ...placeOf(principal) };
}
