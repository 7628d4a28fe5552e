import { DomainError } from "@upstream/core";
import type { AnyChannel } from "./channel.ts";
import { email } from "./email.ts";
import { inApp } from "./in-app.ts";
import { slack } from "./slack.ts";

/** Every kind of channel; a new one is a file and a line here. */
export const channelKinds: readonly AnyChannel[] = [email, inApp, slack];

/** The kind of a stored channel; UNAVAILABLE when this release does not know it any more. */
export function channelKind(id: string): AnyChannel {
  const kind = channelKinds.find((known) => known.id === id);
  if (!kind) throw new DomainError("UNAVAILABLE", { reason: "channel-kind" });
  return kind;
}
