import { DomainError } from "@upstream/core";
import type { FieldError } from "@upstream/core";
import { z } from "zod";
import type { Outbound } from "../outbound.ts";
import { channelKind } from "./index.ts";

export type CheckedChannel = { config: Record<string, unknown>; secrets: Record<string, unknown> | null };

/** Checks configuration and secrets against the schemas of the kind, and the addresses in them against the dial guard. */
export function checkChannel(
  kindId: string,
  given: { config: unknown; secrets: unknown },
  outbound: Pick<Outbound, "checkUrl">,
): CheckedChannel {
  const kind = channelKind(kindId);
  const config = checked("/config", () => kind.parseConfig(given.config));
  const secrets = checked("/secrets", () => kind.parseSecrets(given.secrets));
  const refusal = kind.refusal(secrets, outbound);
  if (refusal !== null)
    throw new DomainError("INVALID", {
      reason: refusal,
      errors: [{ pointer: "/secrets", code: refusal, detail: "This address may not be called" }],
    });
  return { config, secrets };
}

function checked<T>(pointer: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const errors: FieldError[] = error.issues.map((issue) => ({
      pointer: [pointer, ...issue.path.map(String)].join("/"),
      code: issue.code,
      detail: "Not what this kind of channel takes",
    }));
    throw new DomainError("INVALID", { errors });
  }
}
