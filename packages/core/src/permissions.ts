import type { Actor } from "./actor.ts";
import { DomainError } from "./errors.ts";
import type { Role } from "./roles.ts";

const read = [
  "customer:read",
  "uploads:read",
  "claims:read",
  "quality:read",
  "drift:read",
  "alerts:read",
  "webhooks:read",
  "mappings:read",
] as const;
const operate = ["uploads:write", "mappings:write", "drift:write", "alerts:write"] as const;
const administer = [
  "rules:admin",
  "channels:admin",
  "webhooks:admin",
  "settings:admin",
  "api-keys:admin",
  "members:admin",
  "audit:read",
] as const;
const own = ["owners:admin", "customer:delete"] as const;

export const permissions = [...read, ...operate, ...administer, ...own, "phi:reveal"] as const;
export type Permission = (typeof permissions)[number];

const byRole: Record<Role, ReadonlySet<Permission>> = {
  viewer: new Set<Permission>(read),
  analyst: new Set<Permission>([...read, ...operate]),
  admin: new Set<Permission>([...read, ...operate, ...administer]),
  owner: new Set<Permission>([...read, ...operate, ...administer, ...own]),
};

/** What a role may do; `phi:reveal` is in no role, it is granted to a person. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return byRole[role];
}

const superuserReads: ReadonlySet<Permission> = new Set<Permission>([...read, "audit:read"]);

/** Whether the actor holds the permission. Workflows and the system act for the product itself; a superuser only reads. */
export function can(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case "user":
      return permission === "phi:reveal" ? actor.mayRevealPhi : byRole[actor.role].has(permission);
    case "apiKey":
      return byRole[actor.role].has(permission) && (actor.scope === "write" || read.some((known) => known === permission));
    case "superuser":
      return superuserReads.has(permission);
    case "workflow":
    case "system":
      return permission !== "phi:reveal";
  }
}

/** Throws FORBIDDEN unless the actor holds the permission. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!can(actor, permission)) throw new DomainError("FORBIDDEN", { reason: permission });
}
