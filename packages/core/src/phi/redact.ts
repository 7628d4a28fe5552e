import { createHmac } from "node:crypto";

/** A keyed digest that changes when the value does and shows nothing of it. */
export function keyedDigest(key: Buffer, value: unknown): string {
  return `hmac:${createHmac("sha256", key)
    .update(JSON.stringify(value ?? null))
    .digest("hex")
    .slice(0, 16)}`;
}
