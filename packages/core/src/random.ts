import { randomBytes } from "node:crypto";

/** `milliseconds` with a jitter of `share` to both sides, so that retries do not march in step. */
export function jitter(milliseconds: number, share = 0.2): number {
  return Math.round(milliseconds * (1 + share * (2 * Math.random() - 1)));
}

/** Random text of `bytes` bytes in base64url, from the operating system's generator. */
export function randomToken(bytes: number): string {
  return randomBytes(bytes).toString("base64url");
}
