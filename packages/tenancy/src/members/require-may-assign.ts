import type { Actor, Role } from "@upstream/core";
import { requirePermission } from "@upstream/core";

/** Owners and admins are made and unmade by owners alone; admins manage analysts and viewers. */
export function requireMayAssign(actor: Actor, ...involved: string[]): void {
  const high: readonly string[] = ["owner", "admin"] satisfies Role[];
  if (involved.some((role) => high.includes(role))) requirePermission(actor, "owners:admin");
}
