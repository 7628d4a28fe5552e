import type { Actor, Clock, CustomerId, Kek, Logger, PhiKeys } from "@upstream/core";
import { phiKeysFrom, unwrapKey } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx, Db } from "@upstream/db";

export type CustomerDeps = { db: Db; clock: Clock; logger: Logger; kek: Kek };

type KeyRow = { purpose: "data" | "index"; key_id: number; wrapped: Uint8Array };

const cacheMs = 300_000;
const cacheSize = 1_000;
const caches = new WeakMap<Db, Map<CustomerId, { at: number; keys: PhiKeys }>>();

/** Stands in while a context has no keys yet; any use is a fault. */
const closedKeys: PhiKeys = {
  currentKeyId: 0,
  fieldKey: () => {
    throw new Error("The customer's keys are not open");
  },
  indexKey: () => {
    throw new Error("The customer's keys are not open");
  },
  get digestKey(): Buffer {
    throw new Error("The customer's keys are not open");
  },
};

/** What a data key is wrapped for; it opens nowhere else. */
export const wrapContext = (customerId: CustomerId, purpose: string, keyId: number): string => `${customerId}:${purpose}:${keyId}`;

async function readKeys(ctx: CustomerCtx, kek: Kek): Promise<PhiKeys> {
  const rows = await readInCustomer(ctx, (query) =>
    query.rows<KeyRow>(
      "customer-keys",
      "SELECT purpose, key_id, wrapped FROM customer_keys WHERE customer_id = $1 AND destroyed_at IS NULL ORDER BY purpose, key_id",
      [ctx.customerId],
    ),
  );
  const open = (row: KeyRow) => unwrapKey(kek, wrapContext(ctx.customerId, row.purpose, row.key_id), Buffer.from(row.wrapped));
  const dataKeys = new Map(rows.filter((row) => row.purpose === "data").map((row) => [row.key_id, open(row)]));
  const index = rows.find((row) => row.purpose === "index");
  const current = Math.max(...dataKeys.keys());
  if (!index || dataKeys.size === 0) throw new Error("The customer has no keys");
  return phiKeysFrom(dataKeys, current, open(index));
}

async function loadKeys(deps: CustomerDeps, ctx: CustomerCtx): Promise<PhiKeys> {
  const cache = caches.get(deps.db) ?? new Map<CustomerId, { at: number; keys: PhiKeys }>();
  caches.set(deps.db, cache);
  const now = deps.clock.now().getTime();
  const cached = cache.get(ctx.customerId);
  if (cached && now - cached.at < cacheMs) return cached.keys;
  const keys = await readKeys(ctx, deps.kek);
  if (cache.size >= cacheSize) cache.clear();
  cache.set(ctx.customerId, { at: now, keys });
  return keys;
}

/** A context to act in one customer, with its keys opened; keys are cached for five minutes. */
export async function openCustomer(
  deps: CustomerDeps,
  who: { customerId: CustomerId; actor: Actor; requestId: string },
): Promise<CustomerCtx> {
  const ctx: CustomerCtx = { db: deps.db, clock: deps.clock, logger: deps.logger, ...who, phi: closedKeys };
  return { ...ctx, phi: await loadKeys(deps, ctx) };
}
