import type { Actor, Clock, CustomerId, Logger, PhiKeys } from "@upstream/core";
import type { PoolClient } from "pg";
import type { Prisma } from "./generated/client.ts";
import type { Db } from "./handles.ts";

/** Everything a verb needs to act for one customer. */
export type CustomerCtx = {
  db: Db;
  customerId: CustomerId;
  actor: Actor;
  requestId: string;
  clock: Clock;
  logger: Logger;
  phi: PhiKeys;
};

/** A Prisma transaction; SQL from input has no way in. */
export type Tx = Omit<Prisma.TransactionClient, "$queryRawUnsafe" | "$executeRawUnsafe">;

/** Either kind of open transaction: Prisma's, or the driver's own for set-wise work. */
export type AnyTx = Tx | PoolClient;
