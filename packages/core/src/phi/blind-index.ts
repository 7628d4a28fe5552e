import { createHmac } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** Folds what people type differently: NFKC, upper case, no spaces or punctuation. */
export function normaliseReference(value: string): string {
  return value
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{P}]/gu, "");
}

/** First 16 bytes of HMAC-SHA256 over the normalised value: equal values find each other, nothing else can be read from it. */
export function blindIndex(key: Buffer | KeyObject, value: string): Buffer {
  return createHmac("sha256", key).update(normaliseReference(value)).digest().subarray(0, 16);
}
