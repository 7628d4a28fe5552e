import type { Actor, UserId } from "@upstream/core";

/** The person behind an actor; keys and workflows own no alerts. */
export function actingUser(actor: Actor): UserId | null {
  return actor.kind === "user" || actor.kind === "superuser" ? actor.userId : null;
}
