import type { Pool } from "pg";
import type { PrismaClient } from "./generated/client.ts";

declare const opaque: unique symbol;

/** The database as domains hold it: a key to the doors of this package, without a client of its own. */
export type Db = { readonly [opaque]: true; close(): Promise<void> };

export type Door = { prisma: PrismaClient; pool: Pool };
export type Handles = { user: Door; system: Door; limits: Pool; systemUrl: string };

const handles = new WeakMap<Db, Handles>();

/** Keeps the clients out of everybody's reach but this package's. */
export function registerHandles(owned: Handles, close: () => Promise<void>): Db {
  const db = { close } as Db;
  handles.set(db, owned);
  return db;
}

export function handlesOf(db: Db): Handles {
  const found = handles.get(db);
  if (found === undefined) throw new Error("This database was not opened by createDb");
  return found;
}
