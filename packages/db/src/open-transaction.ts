import { AsyncLocalStorage } from "node:async_hooks";
import { actorText } from "@upstream/core";
import type { CustomerId } from "@upstream/core";
import type { PoolClient } from "pg";
import type { CustomerCtx, Tx } from "./ctx.ts";
import type { Db } from "./handles.ts";

type Held = { kind: "prisma"; tx: Tx } | { kind: "driver"; client: PoolClient };
export type OpenTransaction = Held & { db: Db; customerId: CustomerId; actor: string; isOpen: boolean };

const storage = new AsyncLocalStorage<OpenTransaction>();

/** The transaction this call already stands in; one of another customer or actor is a programming error, not a join. */
export function openTransaction(ctx: CustomerCtx): OpenTransaction | undefined {
  const outer = storage.getStore();
  if (outer === undefined || !outer.isOpen || outer.db !== ctx.db) return undefined;
  if (outer.customerId !== ctx.customerId) throw new Error("A transaction of another customer is open here");
  if (outer.actor !== actorText(ctx.actor)) throw new Error("A transaction of another actor is open here");
  return outer;
}

/** Runs `fn` so that doors opened inside join this transaction until it ends. */
export async function holdOpen<R>(ctx: CustomerCtx, held: Held, fn: () => Promise<R>): Promise<R> {
  const open: OpenTransaction = { ...held, db: ctx.db, customerId: ctx.customerId, actor: actorText(ctx.actor), isOpen: true };
  try {
    return await storage.run(open, fn);
  } finally {
    open.isOpen = false;
  }
}
