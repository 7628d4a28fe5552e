import type { ApiKeyId, GrantId, SessionId, UserId } from "./ids.ts";
import type { Role } from "./roles.ts";

/** Who acts. A union, never a nullable user: every audit row names one of these. */
export type Actor =
  | { kind: "user"; userId: UserId; role: Role; mayRevealPhi: boolean; sessionId?: SessionId | undefined }
  | { kind: "apiKey"; apiKeyId: ApiKeyId; role: Role; scope: "read" | "write" }
  | { kind: "superuser"; userId: UserId; grantId: GrantId }
  | { kind: "workflow"; name: string }
  | { kind: "system"; reason: string };

/** The actor as one line for the audit log, for example `user:0190…` or `workflow:scan-drift`. */
export function actorText(actor: Actor): string {
  switch (actor.kind) {
    case "user":
      return `user:${actor.userId}`;
    case "apiKey":
      return `api-key:${actor.apiKeyId}`;
    case "superuser":
      return `superuser:${actor.userId}`;
    case "workflow":
      return `workflow:${actor.name}`;
    case "system":
      return `system:${actor.reason}`;
  }
}
