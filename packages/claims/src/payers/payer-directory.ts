import { hash } from "node:crypto";
import type { PayerId } from "@upstream/core";
import { boundedCache } from "../csv/clean-text.ts";
import { payerKey } from "../rules/payer-key.ts";

/** What the table holds; letters that fall apart (`\uFDFA`) can make a key longer than its name. */
const longestKey = 1024;

export type NewPayer = { id: PayerId; name: string; key: string };

export type PayerDirectory = {
  /** The canonical payer of a raw name; an unknown one is noted as new. */
  idOf(rawName: string): PayerId;
  /** Payers met since the last call that the database may not have yet. */
  takeNew(): NewPayer[];
};

/** The same customer and name give the same id, so that two files that meet a payer at once agree. */
function payerIdOf(customerId: string, key: string): PayerId {
  const hex = hash("sha256", `payer\u001F${customerId}\u001F${key}`, "hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}` as PayerId;
}

/** Maps raw payer names to canonical payers: by the customer's mappings, else by the name itself without what people type differently. */
export function payerDirectory(
  customerId: string,
  known: readonly { id: PayerId; key: string }[],
  mappings: ReadonlyMap<string, string>,
): PayerDirectory {
  const canonical = new Map([...mappings].map(([raw, name]) => [payerKey(raw), name]));
  const ids = new Map(known.map((payer) => [payer.key, payer.id]));
  let fresh: NewPayer[] = [];
  const idOf = boundedCache<PayerId>(8192, (rawName) => {
    const name = canonical.get(payerKey(rawName)) ?? rawName;
    const key = (payerKey(name) || name).slice(0, longestKey);
    const found = ids.get(key);
    if (found) return found;
    const id = payerIdOf(customerId, key);
    ids.set(key, id);
    fresh.push({ id, name, key });
    return id;
  });
  return {
    idOf,
    takeNew: () => {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}
