import { createSecretKey } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { deriveKey } from "./keyring.ts";

/** The open data keys of one customer, for the length of one piece of work; as key objects, which node:crypto need not unpack at every call. */
export type PhiKeys = {
  /** Number of the key that seals new envelopes. */
  currentKeyId: number;
  /** Key that seals and opens envelopes of `table.column`. */
  fieldKey(keyId: number, table: string, column: string): KeyObject;
  /** Key of a blind index of `table.column`. */
  indexKey(table: string, column: string): KeyObject;
  /** Key for digests that show that a value changed without showing it. */
  digestKey: Buffer;
};

/** Builds the customer's keys from its opened data keys (by number) and its index key; subkeys are derived once. */
export function phiKeysFrom(dataKeys: ReadonlyMap<number, Buffer>, currentKeyId: number, indexKey: Buffer): PhiKeys {
  const cache = new Map<string, KeyObject>();
  const derived = (cacheKey: string, from: Buffer, info: string): KeyObject => {
    const known = cache.get(cacheKey);
    if (known) return known;
    const made = createSecretKey(deriveKey(from, info));
    cache.set(cacheKey, made);
    return made;
  };
  return {
    currentKeyId,
    fieldKey: (keyId, table, column) => {
      const dataKey = dataKeys.get(keyId);
      if (!dataKey) throw new Error("The data key of this envelope is gone");
      return derived(`field:${keyId}:${table}.${column}`, dataKey, `${table}.${column}`);
    },
    indexKey: (table, column) => derived(`index:${table}.${column}`, indexKey, `${table}.${column}.index`),
    digestKey: deriveKey(indexKey, "audit.digest"),
  };
}
