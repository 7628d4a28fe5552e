import { createHmac, randomBytes } from "node:crypto";
import { systemClock } from "@upstream/core";

/** A signing key for one process: caller and handler live in it together, so nobody else needs to know it. */
export function newSigningKey(): string {
  return `signkey-embedded-${randomBytes(32).toString("hex")}`;
}

/** RFC 8785 text of a value that came out of `JSON.parse`: keys in UTF-16 order, no spaces. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(",")}}`;
}

/** The `x-inngest-signature` of a body: HMAC-SHA256 over its canonical JSON and the time, in seconds. */
export function signBody(body: unknown, signingKey: string): string {
  const seconds = Math.floor(systemClock.now().getTime() / 1000).toString();
  const key = signingKey.replace(/^signkey-\w+-/, "");
  return `t=${seconds}&s=${createHmac("sha256", key).update(canonicalJson(body)).update(seconds).digest("hex")}`;
}

/** A signed request to the serve handler, as an Inngest server would send it. */
export function signedRequest(
  method: "POST" | "PUT",
  url: URL,
  call: { body: unknown; signingKey: string; headers?: Record<string, string> },
): Request {
  const text = JSON.stringify(call.body);
  return new Request(url, {
    method,
    body: text,
    headers: {
      "content-type": "application/json",
      host: url.host,
      "x-inngest-server-kind": "cloud",
      "x-inngest-signature": signBody(JSON.parse(text), call.signingKey),
      ...call.headers,
    },
  });
}
