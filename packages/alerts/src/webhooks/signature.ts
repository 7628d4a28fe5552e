import { randomToken } from "@upstream/core";
import { Webhook } from "standardwebhooks";

const prefix = "whsec_";

/** Secrets of one endpoint: the current one signs first, earlier ones until their overlap ends. */
export type EndpointSecrets = { current: string; previous: readonly { secret: string; until: string }[] };

/** A fresh signing secret: `whsec_` and 32 random bytes in base64. */
export function newSecret(): string {
  return prefix + Buffer.from(randomToken(32), "base64url").toString("base64");
}

/** Whether a secret that a customer chose is in the standard's form with 24 to 64 bytes. */
export function isUsableSecret(secret: string): boolean {
  if (!secret.startsWith(prefix)) return false;
  const encoded = secret.slice(prefix.length);
  const bytes = Buffer.from(encoded, "base64");
  return bytes.toString("base64") === encoded && bytes.length >= 24 && bytes.length <= 64;
}

/** The secrets that sign at an instant, newest first. */
export function activeSecrets(secrets: EndpointSecrets, now: Date): string[] {
  return [secrets.current, ...secrets.previous.filter((old) => Date.parse(old.until) > now.getTime()).map((old) => old.secret)];
}

/** Rotates: the current secret keeps signing for `overlapHours`; at most ten old ones are kept. */
export function rotated(secrets: EndpointSecrets, next: string, now: Date, overlapHours: number): EndpointSecrets {
  const until = new Date(now.getTime() + overlapHours * 3_600_000).toISOString();
  const kept = secrets.previous.filter((old) => Date.parse(old.until) > now.getTime());
  const previous = overlapHours === 0 ? kept : [{ secret: secrets.current, until }, ...kept];
  return { current: next, previous: previous.slice(0, 10) };
}

/** Headers of the Standard Webhooks specification for one attempt; several signatures while a rotation overlaps. */
export function signatureHeaders(secrets: readonly string[], messageId: string, at: Date, body: string): Record<string, string> {
  return {
    "webhook-id": messageId,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(messageId, at, body)).join(" "),
  };
}
